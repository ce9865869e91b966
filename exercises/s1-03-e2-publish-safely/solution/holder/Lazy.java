import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

public class Lazy<T> {

    private record Made<T>(T value) {}

    private final Supplier<T> supplier;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Made<T> made;

    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        Made<T> seen = made;
        return seen != null ? seen.value() : make();
    }

    private T make() {
        lock.lock();
        try {
            if (made == null) {
                made = new Made<>(supplier.get());
            }
            return made.value();
        } finally {
            lock.unlock();
        }
    }
}
