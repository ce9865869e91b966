package dev.interleave.sandbox.cell;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which front ends of a compiler JVM are compiling, and for how long already. What the compiler
 * says for a front end is progress and sets its clock back, so that it measures one step of
 * compiling and not a cell's whole life.
 *
 * <p>The processor time of the JVM is shared out among those that compile, since nobody can tell
 * from outside which thread worked for whom.
 *
 * <p>Threading: not safe; its {@link CompilerJvm} calls it under its lock.
 */
final class CompileClock {

    private final long mostCpu;
    private final long mostWall;
    private final Map<Integer, Work> working = new HashMap<>();
    private final int processors;
    private long cpuSeen = -1;
    private long lastLook;

    /**
     * @param processors how many front ends can work at the same time without waiting
     */
    CompileClock(Duration mostCpu, Duration mostWall, int processors) {
        this.mostCpu = mostCpu.toNanos();
        this.mostWall = mostWall.toNanos();
        this.processors = processors;
    }

    /** Something was given to a front end to work on. */
    void given(int frontEnd, long now) {
        if (working.isEmpty()) {
            cpuSeen = -1;
        }
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
        work.cpu = 0;
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

    /**
     * Looks at the clock; only while there is work.
     *
     * @return a front end that took too long, if there is one
     */
    OptionalInt tooLong(long now, long cpuOfJvm) {
        // What was used before anybody worked is nobody's.
        long used = cpuSeen < 0 ? 0 : cpuOfJvm - cpuSeen;
        cpuSeen = cpuOfJvm;
        long share = Math.max(0, used / Math.max(1, working.size()));
        // In a crowd each has to wait for the others most of the time.
        double turn = Math.min(1, processors / (double) working.size());
        for (Work work : working.values()) {
            work.cpu += share;
            work.wall += (long) (turn * (now - Math.max(work.since, lastLook)));
        }
        lastLook = now;
        return working.entrySet().stream()
                .filter(e -> over(e.getValue()))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    private boolean over(Work work) {
        return work.cpu > mostCpu || work.wall > mostWall;
    }

    private static final class Work {

        private int tasks;
        private long since;
        private long wall;
        private long cpu;

        Work(long since) {
            this.since = since;
        }
    }
}
