public class Watch<T> {

    public interface Watcher<T> {
        T next() throws InterruptedException;
    }

    private T value;
    private long version;

    public Watch(T first) {
        value = first;
    }

    public synchronized T get() {
        return value;
    }

    public synchronized void set(T value) {
        this.value = value;
        version++;
        notifyAll();
    }

    public synchronized Watcher<T> watch() {
        return new Seen(version);
    }

    private synchronized T newerThan(Seen seen) throws InterruptedException {
        while (version == seen.version) {
            wait();
        }
        seen.version = version;
        return value;
    }

    private final class Seen implements Watcher<T> {

        private long version;

        Seen(long version) {
            this.version = version;
        }

        @Override
        public T next() throws InterruptedException {
            return newerThan(this);
        }
    }
}
