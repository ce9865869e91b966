import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

public class BoundedBuffer<T> {

    private final BlockingQueue<T> items;

    public BoundedBuffer(int capacity) {
        items = new ArrayBlockingQueue<>(capacity);
    }

    public void put(T item) throws InterruptedException {
        items.put(item);
    }

    public T take() throws InterruptedException {
        return items.take();
    }

    public int size() {
        return items.size();
    }
}
