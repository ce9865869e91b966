import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class Channel<T> {

    private final LinkedBlockingQueue<T> items;
    private volatile boolean closed;

    public Channel(int capacity) {
        items = new LinkedBlockingQueue<>(capacity);
    }

    public void send(T item) throws InterruptedException {
        do {
            if (closed) {
                throw new IllegalStateException("The channel is closed.");
            }
        } while (!items.offer(item, 10, TimeUnit.MILLISECONDS));
    }

    public Optional<T> receive() throws InterruptedException {
        while (true) {
            boolean last = closed;
            T item = items.poll(10, TimeUnit.MILLISECONDS);
            if (item != null || last) {
                return Optional.ofNullable(item);
            }
        }
    }

    public void close() {
        closed = true;
    }
}
