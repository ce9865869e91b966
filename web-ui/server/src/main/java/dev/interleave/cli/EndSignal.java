package dev.interleave.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C or SIGTERM, as something to wait for: the thread that waits then closes what it opened
 * while the process is held, and the exit code is 0, because being told to end is no failure. A
 * signal that comes before anybody waits is not lost.
 *
 * <p>Threading: await and close from one thread.
 */
final class EndSignal implements AutoCloseable {

    private static final long CLOSE_SECONDS = 4;

    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::endProcess);

    EndSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits until the process is told to end. */
    void await() throws InterruptedException {
        received.await();
    }

    /**
     * Everything is closed, and the process may end, with another exit code if nobody told it to.
     */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It runs, and ends the process now.
        }
    }

    private void endProcess() {
        received.countDown();
        try {
            closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }
}
