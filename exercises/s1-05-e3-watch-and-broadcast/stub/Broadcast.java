/** Takes what is sent to all who have subscribed. */
public class Broadcast<T> {

    /** What a subscriber receives. */
    public sealed interface Message<T> {

        /** Something that was sent. */
        record Item<T>(T item) implements Message<T> {}

        /** So many items were lost, since the subscriber was too slow. */
        record Lagged<T>(long lost) implements Message<T> {}
    }

    /** Receives. Used by one thread. */
    public interface Subscriber<T> extends AutoCloseable {

        /** The next item, or how many were lost before it; waits while there is nothing. */
        Message<T> receive() throws InterruptedException;

        /** Wants nothing more. */
        @Override
        void close();
    }

    public Broadcast(int capacity) {
        // TODO
    }

    /** Sends to everybody who has subscribed. Never waits. */
    public void send(T item) {
        // TODO
    }

    /** Somebody who gets what is sent from now on. */
    public Subscriber<T> subscribe() {
        return null;
    }
}
