import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

public final class Pages {

    public record Page<T>(List<T> items, boolean more) {}

    private Pages() {}

    public static <T> Stream<T> stream(IntFunction<Page<T>> fetch) {
        var items = new ArrayList<T>();
        Page<T> page;
        int next = 0;
        do {
            page = fetch.apply(next++);
            items.addAll(page.items());
        } while (page.more());
        return items.stream();
    }
}
