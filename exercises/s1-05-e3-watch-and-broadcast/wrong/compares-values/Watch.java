import java.util.Objects;

public class Watch<T> {

    public interface Watcher<T> {
        T next() throws InterruptedException;
    }

    private T value;

    public Watch(T first) {
        value = first;
    }

    public synchronized T get() {
        return value;
    }

    public synchronized void set(T value) {
        this.value = value;
        notifyAll();
    }

    private synchronized T otherThan(T seen) throws InterruptedException {
        while (Objects.equals(value, seen)) {
            wait();
        }
        return value;
    }

    public Watcher<T> watch() {
        return new Watcher<>() {
            private T seen = get();

            @Override
            public T next() throws InterruptedException {
                seen = otherThan(seen);
                return seen;
            }
        };
    }
}
