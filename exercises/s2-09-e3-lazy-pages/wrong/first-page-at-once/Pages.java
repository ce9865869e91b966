import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

public final class Pages {

    public record Page<T>(List<T> items, boolean more) {}

    private Pages() {}

    public static <T> Stream<T> stream(IntFunction<Page<T>> fetch) {
        var items = Spliterators.spliteratorUnknownSize(new Items<>(fetch), Spliterator.ORDERED);
        return StreamSupport.stream(items, false);
    }

    private static final class Items<T> implements Iterator<T> {

        private final IntFunction<Page<T>> fetch;
        private int next;
        private Page<T> page = new Page<>(List.of(), true);
        private Iterator<T> left = page.items().iterator();

        Items(IntFunction<Page<T>> fetch) {
            this.fetch = fetch;
            hasNext();
        }

        @Override
        public boolean hasNext() {
            while (!left.hasNext() && page.more()) {
                page = fetch.apply(next++);
                left = page.items().iterator();
            }
            return left.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return left.next();
        }
    }
}
