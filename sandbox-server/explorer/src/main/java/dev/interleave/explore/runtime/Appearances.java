package dev.interleave.explore.runtime;

import dev.interleave.explore.schedule.Choice;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a submission hears when it asks what kind of thread it runs on, be it by the thread's text,
 * or for an identity hash code. In the explorer every thread is virtual and all identity hash codes
 * are the same; outside of it neither is so, and who does right only where it is so has not done
 * right. Both answers are therefore tried, as other choices are.
 *
 * <p>Threading: used by the one thread of a run that has the turn.
 */
final class Appearances {

    private static final String VIRTUAL = "VirtualThread[#%d%s]/runnable@ForkJoinPool-1-worker-1";
    private static final String PLATFORM = "Thread[#%d,%s,5,main]";

    private final Execution execution;
    private final Set<Thread> ofScenario = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Object, Integer> codes = new IdentityHashMap<>();
    private Boolean platform;
    private Boolean distinct;

    Appearances(Execution execution) {
        this.execution = execution;
    }

    /** A thread of the scenario, whose kind is nobody's business but the scenario's. */
    void ofScenario(Thread thread) {
        ofScenario.add(thread);
    }

    boolean isVirtual(Thread thread) {
        var real = execution.real(thread);
        if (real != thread || execution.takesPlatformsPlace(real)) return false;
        if (!real.isVirtual()) return false;
        var controlled = execution.scheduler().of(real);
        var main = controlled != null && controlled.id() == 0;
        if (!main && !ofScenario.contains(real)) return true;
        if (platform == null) platform = chosen();
        return !platform;
    }

    /**
     * What {@link Thread#toString} says, or null for a thread that is none of the run's. It tells
     * the kind, and a number that must be the same in every replay.
     */
    String textOf(Thread thread) {
        var controlled = execution.scheduler().of(execution.real(thread));
        if (controlled == null) return null;
        var number = controlled.id() + 1;
        var name = thread.getName();
        return isVirtual(thread)
                ? VIRTUAL.formatted(number, name.isEmpty() ? "" : "," + name)
                : PLATFORM.formatted(number, name);
    }

    int identityHashCode(Object object) {
        if (object == null) return 0;
        if (distinct == null) distinct = chosen();
        return distinct
                ? codes.computeIfAbsent(object, _ -> codes.size() + 1)
                : System.identityHashCode(object);
    }

    private boolean chosen() {
        return execution.scheduler().choose(Choice.VALUE, 2) == 1;
    }
}
