package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.jail.Jail;
import dev.interleave.wire.OwnTime;
import java.time.Duration;

/**
 * Rings when a jail had so much time of its own; on a machine that is busy with others this is
 * later, though not for ever. Once set it rings once or is cancelled.
 *
 * <p>Threading: any thread may cancel; it rings in one of its own.
 */
final class GraceClock {

    /** Nearly all are cancelled at once, so that the jail's threads are not looked at before. */
    private static final int QUIET_PART = 4;

    /** It rings after so many times its time at the latest. */
    private static final int LONGEST = 5;

    private final Delay delay;
    private final Jail jail;
    private final long nanos;
    private final Runnable ring;

    private GraceClock(Services services, Jail jail, Duration in, Runnable ring) {
        this.delay = new Delay(services);
        this.jail = jail;
        this.nanos = in.toNanos();
        this.ring = ring;
    }

    static GraceClock set(Services services, Jail jail, Duration in, Runnable ring) {
        GraceClock clock = new GraceClock(services, jail, in, ring);
        long quiet = clock.nanos / QUIET_PART;
        clock.delay.after(quiet, () -> clock.begin(clock.nanos - quiet));
        return clock;
    }

    private void begin(long left) {
        look(jail.ownTime(), left);
    }

    private void look(OwnTime time, long wanted) {
        long left = wanted - time.nanos();
        if (left <= 0 || time.wallNanos() > LONGEST * nanos) {
            ring.run();
        } else {
            delay.after(left, () -> look(time, wanted));
        }
    }

    void cancel() {
        delay.cancel();
    }
}
