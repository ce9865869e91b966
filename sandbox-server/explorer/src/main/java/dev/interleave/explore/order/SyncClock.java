package dev.interleave.explore.order;

/**
 * What is known to whoever synchronizes on an object: the joined pasts of those who released it.
 */
public final class SyncClock {

    private final VectorClock clock = new VectorClock(0);

    VectorClock clock() {
        return clock;
    }
}
