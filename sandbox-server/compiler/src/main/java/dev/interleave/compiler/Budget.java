package dev.interleave.compiler;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * What one question of an editor may cost: processor time, and only until nobody waits for the
 * answer any more.
 *
 * <p>Threading: any thread may cancel; the others are for the thread that works on the question.
 */
final class Budget {

    /** Reading the clock costs more than most of what is counted. */
    private static final int STEPS_BETWEEN_LOOKS = 32;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final long limitNanos;
    private volatile boolean cancelled;
    private long end = Long.MAX_VALUE;
    private int steps;

    Budget(Duration limit) {
        limitNanos = limit.toNanos();
    }

    /** The question is not worth its costs. */
    @SuppressWarnings("serial")
    static final class Exceeded extends RuntimeException {

        Exceeded() {
            super("over budget", null, false, false);
        }
    }

    /** A new question begins. */
    void begin() {
        cancelled = false;
        end = clock.getCurrentThreadCpuTime() + limitNanos;
    }

    void cancel() {
        cancelled = true;
    }

    /**
     * Counts a step of the work.
     *
     * @throws Exceeded if there should be no more
     */
    void step() {
        boolean late = ++steps % STEPS_BETWEEN_LOOKS == 0 && clock.getCurrentThreadCpuTime() > end;
        if (cancelled || late) {
            throw new Exceeded();
        }
    }
}
