package dev.interleave.agent;

import dev.interleave.wire.ExitCode;
import java.util.concurrent.locks.LockSupport;

/**
 * What a thread of the agent's does when there is no memory for it: it gives the reserve back and
 * tries again, because the threads that took the memory will get no more either and end.
 *
 * <p>Threading: one for each thread.
 */
final class OutOfMemory {

    private static final long PAUSE_NANOS = 20_000_000;

    /** How long is tried; failures further apart have nothing to do with each other. */
    private static final long ROW_NANOS = 10_000_000_000L;

    private final MemoryReserve reserve;
    private boolean inRow;
    private long first;
    private long last;

    OutOfMemory(MemoryReserve reserve) {
        this.reserve = reserve;
    }

    /** Waits until there may be memory again; ends the JVM if there was none for too long. */
    void survive() {
        long now = System.nanoTime();
        if (!inRow || now - last > ROW_NANOS) {
            inRow = true;
            first = now;
        }
        last = now;
        boolean released = reserve.release();
        if (now - first > ROW_NANOS) {
            Exit.with(ExitCode.OUT_OF_MEMORY);
        }
        if (!released) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
