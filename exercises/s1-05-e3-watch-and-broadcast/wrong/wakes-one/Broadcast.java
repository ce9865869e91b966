import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

public class Broadcast<T> {

    public sealed interface Message<T> {

        record Item<T>(T item) implements Message<T> {}

        record Lagged<T>(long lost) implements Message<T> {}
    }

    public interface Subscriber<T> extends AutoCloseable {

        Message<T> receive() throws InterruptedException;

        @Override
        void close();
    }

    private final Set<Inbox> subscribers = new HashSet<>();
    private final int capacity;

    public Broadcast(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void send(T item) {
        subscribers.forEach(inbox -> inbox.add(item));
        notifyAll();
    }

    public synchronized Subscriber<T> subscribe() {
        var inbox = new Inbox();
        subscribers.add(inbox);
        return inbox;
    }

    private synchronized Message<T> next(Inbox inbox) throws InterruptedException {
        while (inbox.items.isEmpty()) {
            wait();
        }
        return inbox.next();
    }

    private synchronized void remove(Inbox inbox) {
        subscribers.remove(inbox);
    }

    /** What a subscriber has still to receive. Guarded by the broadcast. */
    private final class Inbox implements Subscriber<T> {

        private final Queue<T> items = new ArrayDeque<>();
        private long lost;

        void add(T item) {
            if (items.size() == capacity) {
                items.remove();
                lost++;
            }
            items.add(item);
        }

        Message<T> next() {
            if (lost > 0) {
                long before = lost;
                lost = 0;
                return new Message.Lagged<>(before);
            }
            return new Message.Item<>(items.remove());
        }

        @Override
        public Message<T> receive() throws InterruptedException {
            return Broadcast.this.next(this);
        }

        @Override
        public void close() {
            remove(this);
        }
    }
}
