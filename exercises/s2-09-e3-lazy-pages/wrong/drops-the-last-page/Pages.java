import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

public final class Pages {

    public record Page<T>(List<T> items, boolean more) {}

    private Pages() {}

    public static <T> Stream<T> stream(IntFunction<Page<T>> fetch) {
        return Stream.iterate(0, number -> number + 1)
                .map(fetch::apply)
                .takeWhile(Page::more)
                .flatMap(page -> page.items().stream());
    }
}
