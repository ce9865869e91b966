package dev.interleave.sandbox.cell;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which front ends of a compiler JVM are compiling, and for how long already. What the compiler
 * says for a front end is progress and sets its clock back, so that it measures one step of
 * compiling and not a cell's whole life.
 *
 * <p>A source that takes too much is named by the compiler itself, which measures each of its
 * threads. This clock is for a compiler that does not come along any more at all, so it is patient:
 * from outside nobody can tell work from waiting or from collecting garbage.
 *
 * <p>Threading: not safe; its {@link CompilerJvm} calls it under its lock.
 */
final class CompileClock {

    private final long mostWall;
    private final Map<Integer, Work> working = new HashMap<>();
    private final int processors;
    private long lastLook;

    /**
     * @param processors how many front ends can work at the same time without waiting
     */
    CompileClock(Duration mostWall, int processors) {
        this.mostWall = mostWall.toNanos();
        this.processors = processors;
    }

    /** Something was given to a front end to work on. */
    void given(int frontEnd, long now) {
        working.computeIfAbsent(frontEnd, _ -> new Work(now)).tasks++;
    }

    /**
     * A front end has said something.
     *
     * @param done whether it has done with what it was given first
     */
    void heard(int frontEnd, boolean done, long now) {
        Work work = working.get(frontEnd);
        if (work == null) {
            return;
        }
        work.since = now;
        work.wall = 0;
        if (done && --work.tasks == 0) {
            working.remove(frontEnd);
        }
    }

    void forget(int frontEnd) {
        working.remove(frontEnd);
    }

    Set<Integer> working() {
        return Set.copyOf(working.keySet());
    }

    boolean works(int frontEnd) {
        return working.containsKey(frontEnd);
    }

    /** Looks at the clock; whether a front end has said nothing for too long. */
    boolean tooLong(long now) {
        // In a crowd each has to wait for the others most of the time.
        double turn = Math.min(1, processors / (double) working.size());
        for (Work work : working.values()) {
            work.wall += (long) (turn * (now - Math.max(work.since, lastLook)));
        }
        lastLook = now;
        return working.values().stream().anyMatch(work -> work.wall > mostWall);
    }

    private static final class Work {

        private int tasks;
        private long since;
        private long wall;

        Work(long since) {
            this.since = since;
        }
    }
}
