package dev.interleave.explore.monitor;

import dev.interleave.explore.schedule.ControlledThread;

/** A thread that waits for a monitor, or in one. */
public final class Waiter {

    /** Why it may go on. */
    enum Cause {
        NONE,
        NOTIFIED,
        TIMED_OUT,
        SPURIOUS
    }

    private final ControlledThread thread;
    private final Monitor monitor;
    private final boolean inside;
    private final String site;
    Cause cause = Cause.NONE;

    Waiter(ControlledThread thread, Monitor monitor, boolean inside) {
        this.thread = thread;
        this.monitor = monitor;
        this.inside = inside;
        this.site = thread.site();
    }

    public ControlledThread thread() {
        return thread;
    }

    public Monitor monitor() {
        return monitor;
    }

    /** Whether it waits to be notified; otherwise it waits to enter. */
    public boolean inside() {
        return inside;
    }

    /** Where it waits. */
    public String site() {
        return site;
    }
}
