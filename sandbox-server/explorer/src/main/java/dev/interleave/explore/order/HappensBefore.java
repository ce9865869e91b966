package dev.interleave.explore.order;

import java.util.ArrayList;
import java.util.List;

/**
 * The happens-before order of one run, as vector clocks.
 *
 * <p>Edges that a library adds are over-approximated (every two calls on one lock are ordered), so
 * a race that is reported is one; a race that is hidden behind such an edge shows in another
 * schedule or as a wrong result.
 *
 * <p>Threading: used by the one thread of a run that has the turn.
 */
public final class HappensBefore {

    private final List<VectorClock> threads = new ArrayList<>();

    /**
     * A thread begins with the past of the one that started it; {@code parent} is negative for the
     * first.
     */
    public void started(int child, int parent) {
        var clock = new VectorClock(child + 1);
        if (parent >= 0) {
            clock.join(threads.get(parent));
            threads.get(parent).tick(parent);
        }
        clock.tick(child);
        threads.add(clock);
    }

    /** What {@code from} did until now comes before what {@code to} does from now on. */
    public void edge(int from, int to) {
        if (from == to) return;
        threads.get(to).join(threads.get(from));
        threads.get(from).tick(from);
    }

    public void acquire(int thread, SyncClock sync) {
        threads.get(thread).join(sync.clock());
    }

    public void release(int thread, SyncClock sync) {
        sync.clock().join(threads.get(thread));
        threads.get(thread).tick(thread);
    }

    /** Records an access and returns an earlier one that it races with, or null. */
    public Conflict access(
            int thread, Variables variables, Object name, boolean write, String site) {
        var cell = variables.cell(name);
        var clock = threads.get(thread);
        return write ? cell.write(thread, clock, site) : cell.read(thread, clock, site);
    }
}
