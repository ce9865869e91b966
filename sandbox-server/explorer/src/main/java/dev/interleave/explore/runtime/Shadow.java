package dev.interleave.explore.runtime;

import dev.interleave.explore.monitor.Monitor;
import dev.interleave.explore.order.SyncClock;
import dev.interleave.explore.order.Variables;
import dev.interleave.explore.result.Evidence;
import java.util.HashMap;
import java.util.Map;

/** What one run knows about one object. */
final class Shadow {

    private final Shadows owner;
    private final Object object;
    private Monitor monitor;
    private SyncClock clock;
    private Map<Object, SyncClock> fieldClocks;
    private Variables variables;

    /** The field that holds it, such as {@code Account.lock}; null if not known. */
    String name;

    /** The last signal of a condition; null if there was none. */
    Evidence.Signal lastSignal;

    Shadow(Shadows owner, Object object) {
        this.owner = owner;
        this.object = object;
    }

    boolean belongsTo(Shadows shadows) {
        return owner == shadows;
    }

    Monitor monitor() {
        if (monitor == null) monitor = new Monitor(object);
        return monitor;
    }

    /** What synchronizing on the object orders. */
    SyncClock clock() {
        if (clock == null) clock = new SyncClock();
        return clock;
    }

    /** What a volatile field of the object orders. */
    SyncClock clock(Object field) {
        if (fieldClocks == null) fieldClocks = new HashMap<>(4);
        return fieldClocks.computeIfAbsent(field, _ -> new SyncClock());
    }

    Variables variables() {
        if (variables == null) variables = new Variables();
        return variables;
    }

    boolean isFresh() {
        return clock == null && variables == null;
    }

    /** Shares the order and the contents of what it is a view of. */
    void isViewOf(Shadow other) {
        clock = other.clock();
        variables = other.variables();
    }
}
