import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

public class BoundedBuffer<T> {
    private final Queue<T> items = new ArrayDeque<>();
    private final int capacity;

    public BoundedBuffer(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (items.size() == capacity) wait();
        items.add(item);
        notifyAll();
    }

    public synchronized T take() throws InterruptedException {
        while (items.isEmpty()) wait();
        var item = items.remove();
        notifyAll();
        return item;
    }

    public synchronized boolean offer(T item) {
        Objects.requireNonNull(item);
        if (items.size() == capacity) return false;
        items.add(item);
        notifyAll();
        return true;
    }

    public synchronized T poll(long timeout, TimeUnit unit) throws InterruptedException {
        while (items.isEmpty()) {
            var before = System.nanoTime();
            wait(unit.toMillis(timeout));
            if (System.nanoTime() - before >= unit.toNanos(timeout)) return null;
        }
        var item = items.remove();
        notifyAll();
        return item;
    }

    public synchronized int size() {
        return items.size();
    }
}
