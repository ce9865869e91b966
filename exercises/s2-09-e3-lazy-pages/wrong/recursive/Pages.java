import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

public final class Pages {

    public record Page<T>(List<T> items, boolean more) {}

    private Pages() {}

    public static <T> Stream<T> stream(IntFunction<Page<T>> fetch) {
        return from(0, fetch);
    }

    private static <T> Stream<T> from(int number, IntFunction<Page<T>> fetch) {
        return Stream.of(number)
                .map(fetch::apply)
                .flatMap(
                        page ->
                                page.more()
                                        ? Stream.concat(
                                                page.items().stream(), from(number + 1, fetch))
                                        : page.items().stream());
    }
}
