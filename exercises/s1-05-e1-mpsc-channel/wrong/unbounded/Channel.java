import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

public class Channel<T> {

    private final Queue<T> items = new ArrayDeque<>();
    private boolean closed;

    public Channel(int capacity) {
        // An ArrayDeque grows as needed.
    }

    public synchronized void send(T item) throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("The channel is closed.");
        }
        items.add(item);
        notifyAll();
    }

    public synchronized Optional<T> receive() throws InterruptedException {
        while (items.isEmpty() && !closed) {
            wait();
        }
        return Optional.ofNullable(items.poll());
    }

    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
