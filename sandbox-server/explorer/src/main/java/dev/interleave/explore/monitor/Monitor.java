package dev.interleave.explore.monitor;

import dev.interleave.explore.schedule.ControlledThread;
import java.util.ArrayList;
import java.util.List;

/** The monitor of one object in one run: who holds it, who wants it, who waits in it. */
public final class Monitor {

    private final Object object;
    final List<Waiter> entering = new ArrayList<>();
    final List<Waiter> waiting = new ArrayList<>();
    ControlledThread owner;
    int holds;
    String enteredAt = "";
    Release lastRelease;

    public Monitor(Object object) {
        this.object = object;
    }

    /** That a thread held the monitor and left it after somebody had begun to wait. */
    public record Release(ControlledThread thread, String site) {}

    public Object object() {
        return object;
    }

    /** Who holds it; null if nobody does. */
    public ControlledThread owner() {
        return owner;
    }

    /** Where its owner entered it. */
    public String enteredAt() {
        return enteredAt;
    }

    /** Who left the monitor last, or null. */
    public Release lastRelease() {
        return lastRelease;
    }
}
