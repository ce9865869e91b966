import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public class BoundedBuffer<T> {
    private final Deque<T> items = new ArrayDeque<>();
    private final Semaphore room;
    private final Semaphore filled = new Semaphore(0);

    public BoundedBuffer(int capacity) {
        room = new Semaphore(capacity);
    }

    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        room.acquire();
        add(item);
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
        synchronized (items) {
            return items.size();
        }
    }

    private void add(T item) {
        synchronized (items) {
            items.add(item);
        }
        filled.release();
    }

    private T remove() {
        T item;
        synchronized (items) {
            item = items.remove();
        }
        room.release();
        return item;
    }
}
