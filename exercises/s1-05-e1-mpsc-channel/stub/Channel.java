import java.util.Optional;

/** Takes items from many threads to one, and can be closed. */
public class Channel<T> {

    public Channel(int capacity) {
        // TODO
    }

    /**
     * Adds an item at the end; waits while there is no room.
     *
     * @throws IllegalStateException if the channel is closed before there is room
     */
    public void send(T item) throws InterruptedException {
        // TODO
    }

    /** Takes the first item; waits while there is none. Empty once it is closed and drained. */
    public Optional<T> receive() throws InterruptedException {
        return null;
    }

    /** Lets nothing more in. */
    public void close() {
        // TODO
    }
}
