package dev.interleave.compiler;

import java.util.concurrent.Semaphore;

/**
 * Lets only some compile at a time, in the order in which they came. More at once would be done no
 * sooner, and each holds memory while it is at work. Who waits for a session JVM gives others a
 * turn meanwhile.
 *
 * <p>Threading: any thread.
 */
final class Turns {

    private static final ScopedValue<Turns> HELD = ScopedValue.newInstance();

    private final Semaphore free;

    Turns(int atOnce) {
        free = new Semaphore(atOnce, true);
    }

    /** Something that takes time and can be interrupted. */
    @FunctionalInterface
    interface Wait<T> {
        T end() throws InterruptedException;
    }

    /** Does the work when it is its turn. */
    void take(Runnable work) {
        free.acquireUninterruptibly();
        try {
            ScopedValue.where(HELD, this).run(work);
        } finally {
            free.release();
        }
    }

    /** Waits for something, without the turn that the calling thread may have. */
    static <T> T pause(Wait<T> wait) throws InterruptedException {
        if (!HELD.isBound()) {
            return wait.end();
        }
        Turns held = HELD.get();
        held.free.release();
        try {
            return wait.end();
        } finally {
            held.free.acquireUninterruptibly();
        }
    }
}
