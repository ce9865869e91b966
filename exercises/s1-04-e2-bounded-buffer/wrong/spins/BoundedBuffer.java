import java.util.ArrayDeque;
import java.util.Queue;

public class BoundedBuffer<T> {

    private final Queue<T> items = new ArrayDeque<>();
    private final int capacity;

    public BoundedBuffer(int capacity) {
        this.capacity = capacity;
    }

    public void put(T item) throws InterruptedException {
        while (true) {
            synchronized (this) {
                if (items.size() < capacity) {
                    items.add(item);
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    public T take() throws InterruptedException {
        while (true) {
            synchronized (this) {
                if (!items.isEmpty()) {
                    return items.remove();
                }
            }
            Thread.onSpinWait();
        }
    }

    public synchronized int size() {
        return items.size();
    }
}
