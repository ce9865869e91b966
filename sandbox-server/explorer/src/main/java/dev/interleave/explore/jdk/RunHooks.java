package dev.interleave.explore.jdk;

import java.util.concurrent.ScheduledFuture;

/**
 * What the JDK asks of a run. Each answers for the calling thread, and leaves alone who belongs to
 * no run.
 */
public interface RunHooks {

    /** Nanoseconds of virtual time, or of real time for who belongs to no run. */
    long nanoTime();

    /** Milliseconds since 1970 of virtual time, or of real time for who belongs to no run. */
    long currentTimeMillis();

    /** The present instant, or null for who belongs to no run. */
    Object instant();

    /** A thread under control that is not started, or null for who belongs to no run. */
    Thread newThread(Runnable task);

    /** What a virtual thread's text is, or null for who belongs to no run. */
    String textOf(Thread thread);

    /** The calling virtual thread is about to block its carrier, because it cannot unmount. */
    void pinned();

    /** Does something after so much virtual time; null for who belongs to no run. */
    ScheduledFuture<?> schedule(Runnable task, long nanos);
}
