package dev.interleave.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C or SIGTERM, as something to wait for: the thread that waits then closes what it opened
 * while the process is held, and the exit code is 0, because being told to end is no failure.
 *
 * <p>Threading: await and close from one thread.
 */
final class EndSignal implements AutoCloseable {

    private static final long CLOSE_SECONDS = 4;

    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits until the process is told to end. */
    void await() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::endProcess));
        received.await();
    }

    /** Everything is closed, and the process may end. */
    @Override
    public void close() {
        closed.countDown();
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
