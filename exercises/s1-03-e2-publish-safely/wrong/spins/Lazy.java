import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

public class Lazy<T> {

    private static final int EMPTY = 0;
    private static final int MAKING = 1;
    private static final int MADE = 2;

    private final Supplier<T> supplier;
    private final AtomicInteger state = new AtomicInteger(EMPTY);
    private T value;

    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        while (state.get() != MADE) {
            if (state.compareAndSet(EMPTY, MAKING)) {
                try {
                    value = supplier.get();
                    state.set(MADE);
                } catch (RuntimeException e) {
                    state.set(EMPTY);
                    throw e;
                }
            } else {
                Thread.onSpinWait();
            }
        }
        return value;
    }
}
