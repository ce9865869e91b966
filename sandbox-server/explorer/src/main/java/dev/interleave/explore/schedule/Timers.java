package dev.interleave.explore.schedule;

import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Virtual time and what is due in it.
 *
 * <p>Threading: used by the one thread of a run that has the turn.
 */
public final class Timers {

    /** What {@code System.nanoTime} says when a run begins. */
    public static final long START = 1_000_000_000L;

    private final TreeSet<Timer> pending = new TreeSet<>(Timer.ORDER);
    private long now = START;
    private int count;

    /** Virtual nanoseconds. */
    public long now() {
        return now;
    }

    public void advance(long nanos) {
        now += nanos;
    }

    /** Does something after {@code nanos} of virtual time, unless it is cancelled before. */
    public Timer after(long nanos, Timer.Kind kind, Runnable task) {
        var at = now + Math.max(0, nanos);
        var timer = new Timer(this, task, at < 0 ? Long.MAX_VALUE : at, count++, kind);
        pending.add(timer);
        return timer;
    }

    public void remove(Timer timer) {
        pending.remove(timer);
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    Timer first() {
        return pending.first();
    }

    /** The first one that is so, or null. */
    public Timer first(Predicate<Timer> condition) {
        for (var timer : pending) {
            if (condition.test(timer)) return timer;
        }
        return null;
    }

    void fire(Timer timer) {
        pending.remove(timer);
        if (timer.at() > now) now = timer.at();
        timer.run();
    }
}
