import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Streams over what comes page by page. */
public final class Pages {

    /** Some items, and whether there is another page. */
    public record Page<T>(List<T> items, boolean more) {}

    private Pages() {}

    /** The items of all pages, fetched when they are needed. */
    public static <T> Stream<T> stream(IntFunction<Page<T>> fetch) {
        return null;
    }
}
