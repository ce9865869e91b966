package dev.interleave.sandbox;

/**
 * A sampling of schedules that is under way, or over.
 *
 * <p>Threading: any thread.
 */
public interface Sampling {

    /** Leaves it at the runs that were done. */
    void stop();
}
