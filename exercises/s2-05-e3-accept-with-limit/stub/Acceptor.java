/** Runs handlers on virtual threads, and never more than so many at once. */
public class Acceptor {

    public Acceptor(int limit) {
        // TODO
    }

    /** Starts a thread that runs the handler, once there is room for it. */
    public Thread accept(Runnable handler) throws InterruptedException {
        throw new UnsupportedOperationException("TODO");
    }
}
