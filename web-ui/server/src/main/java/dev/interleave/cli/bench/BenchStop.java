package dev.interleave.cli.bench;

import dev.interleave.bench.Sandboxes;

/**
 * Ctrl+C and SIGTERM while something is measured: ends the sandbox, and with it every JVM in a
 * jail; then the process may end.
 *
 * <p>Threading: made and closed by the thread that measures.
 */
public final class BenchStop implements AutoCloseable {

    private final Sandboxes sandboxes;
    private final Thread hook;
    private volatile boolean stopped;

    public BenchStop(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
        this.hook = Thread.ofPlatform().unstarted(this::stop);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        stopped = true;
        sandboxes.close();
    }

    /** Whether what fails now fails because it was stopped. */
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void close() {
        sandboxes.close();
        if (!stopped) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
