package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What was started and has not ended, from the moment in which it is wanted, so that closing ends
 * also what is being started: nobody else knows yet of a JVM that has not connected.
 *
 * <p>Threading: any thread may call anything.
 */
final class Started {

    private final Set<JailProcess> processes = new HashSet<>();
    private int starts;
    private boolean closed;

    /**
     * A start begins; it has to {@linkplain #end end}.
     *
     * @throws IOException if there are to be no more
     */
    synchronized void begin() throws IOException {
        if (closed) {
            throw new IOException("Nothing is started any more, because the jails are closed");
        }
        starts++;
    }

    /** It has this process now. */
    void spawned(JailProcess process) {
        synchronized (this) {
            processes.add(process);
            if (closed) {
                process.kill();
            }
        }
        process.ended().thenRun(() -> forget(process));
    }

    private synchronized void forget(JailProcess process) {
        processes.remove(process);
        notifyAll();
    }

    synchronized void end() {
        starts--;
        notifyAll();
    }

    /** Kills every process, and waits until all are gone and no start is under way. */
    synchronized void close() {
        closed = true;
        processes.forEach(JailProcess::kill);
        boolean interrupted = false;
        while (starts > 0 || !processes.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
