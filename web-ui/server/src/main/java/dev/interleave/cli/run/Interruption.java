package dev.interleave.cli.run;

import dev.interleave.sandbox.Sandbox;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C and SIGTERM while cells run: ends the sandbox, and holds the process until what the cells
 * still had to say is told. Closed when the run is over by itself.
 *
 * <p>Threading: made and closed by the thread that runs.
 */
public final class Interruption implements AutoCloseable {

    private static final long LAST_WORDS_SECONDS = 3;

    private final Sandbox sandbox;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::end);

    public Interruption(Sandbox sandbox) {
        this.sandbox = sandbox;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        sandbox.close();
        try {
            told.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is what ends it.
            return;
        }
        sandbox.close();
    }
}
