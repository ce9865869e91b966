import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class Broadcast<T> {

    public sealed interface Message<T> {

        record Item<T>(T item) implements Message<T> {}

        record Lagged<T>(long lost) implements Message<T> {}
    }

    public interface Subscriber<T> extends AutoCloseable {

        Message<T> receive() throws InterruptedException;

        @Override
        void close();
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sent = lock.newCondition();
    private final Object[] last;
    private long count;

    public Broadcast(int capacity) {
        last = new Object[capacity];
    }

    public void send(T item) {
        lock.lock();
        try {
            last[(int) (count % last.length)] = item;
            count++;
            sent.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Subscriber<T> subscribe() {
        lock.lock();
        try {
            return new Reader(count);
        } finally {
            lock.unlock();
        }
    }

    /** All read the same ring; each knows the number of the item that it wants next. */
    private final class Reader implements Subscriber<T> {

        private long next;

        Reader(long next) {
            this.next = next;
        }

        @Override
        public Message<T> receive() throws InterruptedException {
            lock.lock();
            try {
                while (next == count) {
                    sent.await();
                }
                if (count - next > last.length) {
                    long lost = count - next;
                    next = count;
                    return new Message.Lagged<>(lost);
                }
                @SuppressWarnings("unchecked")
                T item = (T) last[(int) (next++ % last.length)];
                return new Message.Item<>(item);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {}
    }
}
