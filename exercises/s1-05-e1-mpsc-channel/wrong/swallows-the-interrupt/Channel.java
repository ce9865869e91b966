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

    public synchronized void send(T item) {
        while (items.size() == capacity && !closed) {
            await();
        }
        if (closed) {
            throw new IllegalStateException("The channel is closed.");
        }
        items.add(item);
        notifyAll();
    }

    public synchronized Optional<T> receive() {
        while (items.isEmpty() && !closed) {
            await();
        }
        notifyAll();
        return Optional.ofNullable(items.poll());
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            // Looks again.
        }
    }

    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
