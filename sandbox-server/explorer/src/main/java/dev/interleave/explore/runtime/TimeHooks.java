package dev.interleave.explore.runtime;

import java.util.UUID;

/** What woven code calls instead of clocks and sources of chance, so that a run can be replayed. */
public final class TimeHooks {

    private static final long CLOCK_READ_NANOS = 10;

    private TimeHooks() {}

    public static long nanoTime() {
        var execution = Execution.here();
        if (execution == null) return System.nanoTime();
        execution.scheduler().timers().advance(CLOCK_READ_NANOS);
        return execution.scheduler().timers().now();
    }

    public static long currentTimeMillis() {
        var execution = Execution.here();
        return execution == null
                ? System.currentTimeMillis()
                : JdkConnection.now(execution).toEpochMilli();
    }

    public static double random() {
        var execution = Execution.here();
        return execution == null ? Math.random() : execution.random().nextDouble();
    }

    /** For a new Random that was given no seed. */
    public static long seed() {
        var execution = Execution.here();
        return execution == null ? System.nanoTime() : execution.random().nextLong();
    }

    public static UUID randomUUID() {
        var execution = Execution.here();
        if (execution == null) return UUID.randomUUID();
        return new UUID(execution.random().nextLong(), execution.random().nextLong());
    }
}
