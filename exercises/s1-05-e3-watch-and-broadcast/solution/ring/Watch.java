import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

public class Watch<T> {

    public interface Watcher<T> {
        T next() throws InterruptedException;
    }

    /** A value, and a latch that opens when there is a newer one. */
    private record Version<T>(T value, CountDownLatch replaced) {

        Version(T value) {
            this(value, new CountDownLatch(1));
        }
    }

    private final AtomicReference<Version<T>> newest;

    public Watch(T first) {
        newest = new AtomicReference<>(new Version<>(first));
    }

    public T get() {
        return newest.get().value();
    }

    public void set(T value) {
        newest.getAndSet(new Version<>(value)).replaced().countDown();
    }

    public Watcher<T> watch() {
        var seen = new AtomicReference<>(newest.get());
        return () -> {
            seen.get().replaced().await();
            seen.set(newest.get());
            return seen.get().value();
        };
    }
}
