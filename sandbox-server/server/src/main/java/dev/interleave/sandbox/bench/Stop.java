package dev.interleave.sandbox.bench;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a comparison was stopped, and what ends then.
 *
 * <p>Threading: any thread may call anything.
 */
final class Stop {

    private final Set<Fork> forks = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** Kills what runs and what will begin. */
    void stop() {
        stopped = true;
        forks.forEach(Fork::kill);
    }

    boolean stopped() {
        return stopped;
    }

    /** From now on this one ends with the comparison. */
    void ends(Fork fork) {
        forks.add(fork);
        if (stopped) {
            fork.kill();
        }
    }

    void forget(Fork fork) {
        forks.remove(fork);
    }

    /**
     * @throws CancellationException if it was stopped
     */
    void check() {
        if (stopped) {
            throw new CancellationException();
        }
    }
}
