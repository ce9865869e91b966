import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;

public class BoundedBuffer<T> {

    private final Semaphore room;
    private final Semaphore filled = new Semaphore(0);
    private final Queue<T> items = new ArrayDeque<>();

    public BoundedBuffer(int capacity) {
        room = new Semaphore(capacity);
    }

    public void put(T item) throws InterruptedException {
        room.acquire();
        synchronized (items) {
            items.add(item);
        }
        filled.release();
    }

    public T take() throws InterruptedException {
        filled.acquire();
        T item;
        synchronized (items) {
            item = items.remove();
        }
        room.release();
        return item;
    }

    public int size() {
        synchronized (items) {
            return items.size();
        }
    }
}
