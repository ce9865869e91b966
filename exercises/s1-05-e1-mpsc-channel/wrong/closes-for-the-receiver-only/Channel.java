import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class Channel<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition roomOrClosed = lock.newCondition();
    private final Condition itemOrClosed = lock.newCondition();
    private final Queue<T> items = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    public Channel(int capacity) {
        this.capacity = capacity;
    }

    public void send(T item) throws InterruptedException {
        lock.lock();
        try {
            while (items.size() == capacity && !closed) {
                roomOrClosed.await();
            }
            if (closed) {
                throw new IllegalStateException("The channel is closed.");
            }
            items.add(item);
            itemOrClosed.signal();
        } finally {
            lock.unlock();
        }
    }

    public Optional<T> receive() throws InterruptedException {
        lock.lock();
        try {
            while (items.isEmpty() && !closed) {
                itemOrClosed.await();
            }
            roomOrClosed.signal();
            return Optional.ofNullable(items.poll());
        } finally {
            lock.unlock();
        }
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
            itemOrClosed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
