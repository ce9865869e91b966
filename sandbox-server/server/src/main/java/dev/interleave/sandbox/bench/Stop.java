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

    /** What a comparison waits for, and what ends it. */
    @FunctionalInterface
    interface Work {
        void kill();
    }

    private final Set<Work> works = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** Kills what runs and what will begin. */
    void stop() {
        stopped = true;
        works.forEach(Work::kill);
    }

    boolean stopped() {
        return stopped;
    }

    /** From now on this one ends with the comparison. */
    void ends(Work work) {
        works.add(work);
        if (stopped) {
            work.kill();
        }
    }

    void forget(Work work) {
        works.remove(work);
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
