import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

public final class Pages {

    public record Page<T>(List<T> items, boolean more) {}

    private Pages() {}

    public static <T> Stream<T> stream(IntFunction<Page<T>> fetch) {
        return StreamSupport.stream(new Items<>(fetch), false);
    }

    private static final class Items<T> extends AbstractSpliterator<T> {

        private final IntFunction<Page<T>> fetch;
        private final Queue<T> left = new ArrayDeque<>();
        private int next;
        private boolean more = true;

        Items(IntFunction<Page<T>> fetch) {
            super(Long.MAX_VALUE, Spliterator.ORDERED);
            this.fetch = fetch;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            while (left.isEmpty() && more) {
                Page<T> page = fetch.apply(next++);
                left.addAll(page.items());
                more = page.more();
            }
            if (left.isEmpty()) {
                return false;
            }
            action.accept(left.remove());
            return true;
        }
    }
}
