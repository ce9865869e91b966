package dev.interleave.sandbox.cell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.Executor;

/**
 * Places to run, given in the order in which they were asked for. A session asks for one at a time,
 * so a learner with a hundred cells waits behind a learner with one.
 *
 * <p>Threading: any thread may call anything; waiters are told on the executor's threads.
 */
final class Places {

    /** Somebody in the line. */
    interface Waiter {

        /** A place is held from now on, until it is given back. */
        void placeGiven();

        /** How near the front of the line is; 1 is next. */
        void placeInLine(int place);
    }

    private final int total;
    private final Executor executor;
    private final SequencedSet<Waiter> line = new LinkedHashSet<>();
    private int taken;
    private boolean moved;

    Places(int total, Executor executor) {
        this.total = total;
        this.executor = executor;
    }

    /** True when a place is held now; else the waiter is in the line and will be told. */
    synchronized boolean ask(Waiter waiter) {
        if (taken < total && line.isEmpty()) {
            taken++;
            return true;
        }
        line.addLast(waiter);
        int place = line.size();
        executor.execute(() -> waiter.placeInLine(place));
        return false;
    }

    /** Gives back the place that the waiter holds, or leaves the line. */
    synchronized void leave(Waiter waiter) {
        moved = true;
        if (line.remove(waiter)) {
            return;
        }
        taken--;
        if (!line.isEmpty() && taken < total) {
            Waiter next = line.removeFirst();
            taken++;
            executor.execute(next::placeGiven);
        }
    }

    /** Tells everybody in the line where they are, if anybody has moved. */
    void tellPlaces() {
        List<Waiter> waiters;
        synchronized (this) {
            if (!moved) {
                return;
            }
            moved = false;
            waiters = new ArrayList<>(line);
        }
        for (int i = 0; i < waiters.size(); i++) {
            waiters.get(i).placeInLine(i + 1);
        }
    }

    synchronized int waiting() {
        return line.size();
    }
}
