package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.jail.Jail;
import java.time.Duration;

/**
 * Rings when a jail has used so much processor time. Once set it rings once or is cancelled.
 *
 * <p>Threading: any thread may cancel; it rings in one of its own.
 */
final class ProcessorClock {

    /** A jail cannot use up its time faster than all processors together. */
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final long SHORTEST_NANOS = 50_000_000;

    private final Delay delay;
    private final Jail jail;
    private final long nanos;
    private final Runnable ring;

    private ProcessorClock(Services services, Jail jail, Duration in, Runnable ring) {
        this.delay = new Delay(services);
        this.jail = jail;
        this.nanos = in.toNanos();
        this.ring = ring;
    }

    static ProcessorClock set(Services services, Jail jail, Duration in, Runnable ring) {
        ProcessorClock clock = new ProcessorClock(services, jail, in, ring);
        clock.delay.after(0, () -> clock.look(jail.cpuNanos()));
        return clock;
    }

    private void look(long before) {
        long left = nanos - (jail.cpuNanos() - before);
        if (left <= 0) {
            ring.run();
        } else {
            delay.after(Math.max(left / PROCESSORS, SHORTEST_NANOS), () -> look(before));
        }
    }

    void cancel() {
        delay.cancel();
    }
}
