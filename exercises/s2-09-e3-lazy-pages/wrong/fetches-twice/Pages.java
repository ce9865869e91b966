import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;

public final class Pages {

    public record Page<T>(List<T> items, boolean more) {}

    private Pages() {}

    public static <T> Stream<T> stream(IntFunction<Page<T>> fetch) {
        return Stream.iterate(
                        0, Objects::nonNull, number -> fetch.apply(number).more() ? number + 1 : null)
                .flatMap(number -> fetch.apply(number).items().stream());
    }
}
