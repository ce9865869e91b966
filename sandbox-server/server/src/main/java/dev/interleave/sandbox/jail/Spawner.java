package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes from one platform thread that lives as long as this object.
 *
 * <p>The kernel ties a child's "die with your parent" to the thread that started it, not to the
 * process: started from a pooled or a virtual thread, a jail dies when that thread ends.
 */
final class Spawner implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("jail-spawner").factory());

    Process start(ProcessBuilder process) throws IOException {
        try {
            return thread.submit(process::start).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a process was being started", e);
        }
    }

    /** Ends the thread, and with it every process that asked to die with it. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
