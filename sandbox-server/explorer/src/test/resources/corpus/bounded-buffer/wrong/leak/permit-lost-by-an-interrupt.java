import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public class BoundedBuffer<T> {
    private final Deque<T> items = new ArrayDeque<>();
    private final Semaphore room;
    private final Semaphore mutex = new Semaphore(1);
    private final Semaphore filled = new Semaphore(0);

    public BoundedBuffer(int capacity) {
        room = new Semaphore(capacity);
    }

    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        room.acquire();
        mutex.acquire();
        items.add(item);
        mutex.release();
        filled.release();
    }

    public T take() throws InterruptedException {
        filled.acquire();
        return remove();
    }

    public boolean offer(T item) {
        Objects.requireNonNull(item);
        if (!room.tryAcquire()) return false;
        add(item);
        return true;
    }

    public T poll(long timeout, TimeUnit unit) throws InterruptedException {
        return filled.tryAcquire(timeout, unit) ? remove() : null;
    }

    public int size() {
        mutex.acquireUninterruptibly();
        try {
            return items.size();
        } finally {
            mutex.release();
        }
    }

    private void add(T item) {
        mutex.acquireUninterruptibly();
        items.add(item);
        mutex.release();
        filled.release();
    }

    private T remove() {
        mutex.acquireUninterruptibly();
        var item = items.remove();
        mutex.release();
        room.release();
        return item;
    }
}
