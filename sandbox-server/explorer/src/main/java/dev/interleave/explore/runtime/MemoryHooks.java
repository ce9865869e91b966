package dev.interleave.explore.runtime;

import dev.interleave.explore.order.Conflict;
import dev.interleave.explore.order.Variables;
import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.result.FaultKind;
import dev.interleave.explore.result.Step;
import dev.interleave.explore.schedule.Finding;
import dev.interleave.explore.schedule.Sites;

/**
 * What woven code calls before it touches memory. Outside of a run, and for null, nothing happens.
 */
public final class MemoryHooks {

    private MemoryHooks() {}

    public static void read(Object object, String field, String site) {
        var execution = Execution.here();
        if (execution != null && object != null)
            plain(execution, execution.shadow(object).variables(), field, false, site);
    }

    public static void write(Object object, String field, String site) {
        var execution = Execution.here();
        if (execution != null && object != null)
            plain(execution, execution.shadow(object).variables(), field, true, site);
    }

    public static void readStatic(String field, String site) {
        var execution = Execution.here();
        if (execution != null)
            plain(execution, execution.statics().variables(), field, false, site);
    }

    public static void writeStatic(String field, String site) {
        var execution = Execution.here();
        if (execution != null) plain(execution, execution.statics().variables(), field, true, site);
    }

    public static void readElement(Object array, int index, String site) {
        var execution = Execution.here();
        if (execution != null && array != null)
            plain(execution, execution.shadow(array).variables(), index, false, site);
    }

    public static void writeElement(Object array, int index, String site) {
        var execution = Execution.here();
        if (execution != null && array != null)
            plain(execution, execution.shadow(array).variables(), index, true, site);
    }

    public static void readVolatile(Object object, String field, String site) {
        var execution = Execution.here();
        if (execution != null && object != null)
            ordered(execution, execution.shadow(object), field, true, false, site);
    }

    public static void writeVolatile(Object object, String field, String site) {
        var execution = Execution.here();
        if (execution != null && object != null)
            ordered(execution, execution.shadow(object), field, false, true, site);
    }

    public static void readVolatileStatic(String field, String site) {
        var execution = Execution.here();
        if (execution != null) ordered(execution, execution.statics(), field, true, false, site);
    }

    public static void writeVolatileStatic(String field, String site) {
        var execution = Execution.here();
        if (execution != null) ordered(execution, execution.statics(), field, false, true, site);
    }

    /** An access that is a scheduling point and orders by the clock of one field. */
    static void ordered(
            Execution execution,
            Shadow shadow,
            Object field,
            boolean acquire,
            boolean release,
            String site) {
        execution.scheduler().point(site);
        var thread = execution.scheduler().running();
        var clock = shadow.clock(field);
        if (acquire) execution.order().acquire(thread.id(), clock);
        if (release) {
            execution.order().release(thread.id(), clock);
            execution.scheduler().changed();
        }
    }

    /** An access that orders nothing, and must be ordered by something else. */
    static void plain(
            Execution execution, Variables variables, Object name, boolean write, String site) {
        var scheduler = execution.scheduler();
        var thread = scheduler.running();
        if (execution.settings().plainPoints()) scheduler.point(site);
        else {
            thread.at(site);
            execution.step(Step.Kind.RUN, thread, site);
        }
        if (write) scheduler.changed();
        else thread.looked();
        judge(execution, variables, name, write, site);
    }

    /** Whether an access is a race; no place to lose the turn. */
    static void judge(
            Execution execution, Variables variables, Object name, boolean write, String site) {
        var thread = execution.scheduler().running();
        if (!execution.settings().races() || execution.calls(thread).optimistic && !write) return;
        var conflict = execution.order().access(thread.id(), variables, name, write, site);
        if (conflict != null) race(execution, conflict, write, site);
    }

    private static void race(Execution execution, Conflict other, boolean write, String site) {
        var scheduler = execution.scheduler();
        var here = Sites.place(site);
        var there = Sites.place(other.site());
        var first =
                new Evidence.Access(
                        scheduler.threads().get(other.thread()).name(), other.write(), there);
        var second = new Evidence.Access(scheduler.running().name(), write, here);
        var variable = here.what().substring(here.what().indexOf(' ') + 1);
        var message =
                "Data race on %s: %s %s it at %s, and %s %s it at %s. Nothing orders the two: no common lock, no volatile, no other synchronization."
                        .formatted(
                                variable,
                                first.thread(),
                                verb(first.writes()),
                                there.where(),
                                second.thread(),
                                verb(second.writes()),
                                here.where());
        scheduler.found(
                new Finding(FaultKind.RACE, message, new Evidence.Race(variable, first, second)));
    }

    private static String verb(boolean writes) {
        return writes ? "writes" : "reads";
    }
}
