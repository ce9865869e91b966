package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.cell.Effects.Alarm;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Sets the clock for the time that a run may take. While the run waits for its learner only the
 * processor time counts that its JVM uses, so that a thread that waits does not hide one that
 * spins; and it does not wait for ever.
 *
 * <p>Threading: its session's.
 */
final class TimeLimit {

    /** How long after it has asked for the first time a run is ended. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final long run;
    private final Effects effects;
    private final LongSupplier nanos;

    /** What is left of the time, in nanoseconds, since the clock was set for the last time. */
    private long left;

    private long setAt;
    private boolean waiting;
    private boolean hasAsked;

    TimeLimit(long run, Effects effects, LongSupplier nanos) {
        this.run = run;
        this.effects = effects;
        this.nanos = nanos;
    }

    void begin(Duration limit) {
        left = limit.toNanos();
        set();
    }

    /** The run asks for input. */
    void waits() {
        if (waiting) {
            return;
        }
        waiting = true;
        left = Math.max(0, left - (nanos.getAsLong() - setAt));
        effects.armForProcessorTime(Alarm.TIME_LIMIT, run, Duration.ofNanos(left));
        if (!hasAsked) {
            hasAsked = true;
            effects.arm(Alarm.INPUT, run, LONGEST_WAIT);
        }
    }

    /** It got some. */
    void goesOn() {
        if (waiting) {
            waiting = false;
            set();
        }
    }

    private void set() {
        setAt = nanos.getAsLong();
        effects.arm(Alarm.TIME_LIMIT, run, Duration.ofNanos(left));
    }
}
