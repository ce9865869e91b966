/** Hands one value from one thread to another. */
public class Oneshot<T> {

    /** Hands the value over; false if that is not possible any more. */
    public boolean send(T value) {
        return false;
    }

    /**
     * Waits for the value.
     *
     * @throws IllegalStateException if none will come
     */
    public T receive() throws InterruptedException {
        return null;
    }

    /** No value will come any more. */
    public void close() {
        // TODO
    }
}
