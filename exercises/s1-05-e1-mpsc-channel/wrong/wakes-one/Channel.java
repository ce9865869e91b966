import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

public class Channel<T> {

    private final Queue<T> items = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    public Channel(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void send(T item) throws InterruptedException {
        while (items.size() == capacity && !closed) {
            wait();
        }
        if (closed) {
            throw new IllegalStateException("The channel is closed.");
        }
        items.add(item);
        notify();
    }

    public synchronized Optional<T> receive() throws InterruptedException {
        while (items.isEmpty() && !closed) {
            wait();
        }
        notify();
        return Optional.ofNullable(items.poll());
    }

    public synchronized void close() {
        closed = true;
        notify();
    }
}
