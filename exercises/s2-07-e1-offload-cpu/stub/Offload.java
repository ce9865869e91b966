import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Runs work that computes on a few platform threads, for callers on virtual threads. */
public final class Offload implements AutoCloseable {

    /**
     * @param threads how many compute at the same time, at least 1
     * @param queued how many calls may wait for their turn besides, at least 1
     */
    public Offload(int threads, int queued) {
        // TODO
    }

    /** Waits until the work is done, and returns its result. */
    public <T> T run(Callable<T> work) throws InterruptedException, ExecutionException {
        throw new UnsupportedOperationException("TODO");
    }

    /** Waits until everything that was accepted has ended. */
    @Override
    public void close() {
        // TODO
    }
}
