package dev.interleave.explore.schedule;

import java.util.Comparator;
import java.util.concurrent.Delayed;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Something to be done at an instant of virtual time. */
public final class Timer implements RunnableScheduledFuture<Object> {

    /** Which time-outs may come before everybody else is stuck. */
    public enum Kind {
        /** A sleep of the scenario: time passes only when nobody can run. */
        LAZY,
        /** A sleep of the submission. */
        SLEEP,
        /** A timed wait. */
        WAIT
    }

    static final Comparator<Timer> ORDER =
            Comparator.<Timer>comparingLong(timer -> timer.at)
                    .thenComparingInt(timer -> timer.number);

    private final Kind kind;
    private final Timers timers;
    private final Runnable task;
    private final long at;
    private final int number;
    private boolean fired;
    private boolean cancelled;

    Timer(Timers timers, Runnable task, long at, int number, Kind kind) {
        this.timers = timers;
        this.task = task;
        this.at = at;
        this.number = number;
        this.kind = kind;
    }

    /** Which time-outs it stands for. */
    public Kind kind() {
        return kind;
    }

    long at() {
        return at;
    }

    @Override
    public void run() {
        fired = true;
        task.run();
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        if (fired) return false;
        cancelled = true;
        timers.remove(this);
        return true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean isDone() {
        return fired || cancelled;
    }

    @Override
    public boolean isPeriodic() {
        return false;
    }

    @Override
    public Object get() {
        throw new UnsupportedOperationException("nobody waits for a timer");
    }

    @Override
    public Object get(long timeout, TimeUnit unit) {
        return get();
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(at - timers.now(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return ORDER.compare(this, (Timer) other);
    }
}
