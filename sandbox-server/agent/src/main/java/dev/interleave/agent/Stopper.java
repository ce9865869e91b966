package dev.interleave.agent;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Ends what runs have started: first by an interrupt, then, after a moment of patience, by an
 * exception out of the blue, again and again until everything has ended or the time is over.
 *
 * <p>Threading: the reaper's, in whose thread {@link Jvmti} was made.
 */
final class Stopper {

    private static final long PAUSE_NANOS = 1_000_000;

    /** Some code catches whatever it is struck with; then several strikes come at once. */
    private static final long SOFT_NANOS = 100_000_000;

    private static final int HARD_STRIKES = 8;

    /**
     * A virtual thread that waits cannot be struck. One that ignores interrupts runs for an instant
     * after each; so many attempts are made to meet it there.
     */
    private static final int ATTEMPTS = 50;

    private final AgentLimits limits;
    private final LearnerThreads threads;
    private final CellLoop cells;
    private final Reaper reaper;

    Stopper(AgentLimits limits, LearnerThreads threads, CellLoop cells, Reaper reaper) {
        this.limits = limits;
        this.threads = threads;
        this.cells = cells;
        this.reaper = reaper;
    }

    /** What is to be ended: threads and processes of these runs, and perhaps an invocation. */
    record Target(List<Run> runs, Invocation invocation) {

        Predicate<Run> belongs() {
            return runs::contains;
        }

        long begunMillis() {
            long first = Long.MAX_VALUE;
            for (Run run : runs) {
                first = Math.min(first, run.begunMillis());
            }
            return first;
        }
    }

    /**
     * Ends everything.
     *
     * @return how many threads and processes would not end
     */
    int end(Target target) throws Throwable {
        target.runs().forEach(Run::stop);
        long begun = System.nanoTime();
        Set<Thread> shutDown = Collections.newSetFromMap(new IdentityHashMap<>());
        while (true) {
            long spent = System.nanoTime() - begun;
            boolean cellEnded = cellHasEnded(target.invocation());
            List<Thread> alive = threads.of(target.belongs());
            int processes = Processes.kill(target.begunMillis());
            int remaining = alive.size() + processes + (cellEnded ? 0 : 1);
            if (remaining == 0 || spent > limits.stop().toNanos()) {
                return remaining;
            }
            if (!cellEnded) {
                cells.current().interrupt(cells.thread());
            }
            for (Thread thread : alive) {
                if (shutDown.add(thread)) {
                    Pools.shutDown(thread);
                }
                interrupt(thread);
            }
            if (spent > limits.patience().toNanos()) {
                strike(target, alive, spent > SOFT_NANOS ? HARD_STRIKES : 1);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Whether the invocation has come to its end; a thread that was struck is replaced then. */
    private boolean cellHasEnded(Invocation invocation) {
        if (invocation == null || !invocation.isUnderWay()) {
            return true;
        }
        if (cells.thread().isAlive()) {
            return false;
        }
        cells.replaceThread();
        return true;
    }

    private static void interrupt(Thread thread) {
        if (LearnerThreads.asksJdk(thread, "interrupt")) {
            thread.interrupt();
        }
    }

    private void strike(Target target, List<Thread> alive, int times) throws Throwable {
        for (Run run : target.runs()) {
            run.output().mute();
        }
        Invocation invocation = target.invocation();
        if (invocation != null && invocation.condemn()) {
            strikePlatform(cells.thread(), times);
        }
        for (Thread thread : alive) {
            if (thread.isVirtual()) {
                strikeVirtual(thread, times);
            } else {
                strikePlatform(thread, times);
            }
        }
    }

    private void strikePlatform(Thread thread, int times) throws Throwable {
        reaper.aim(thread);
        for (int i = 0; i < times; i++) {
            reaper.jvmti().strikePlatform();
        }
    }

    private void strikeVirtual(Thread thread, int times) throws Throwable {
        reaper.aim(thread);
        int attempts = thread.getState() == Thread.State.RUNNABLE ? 1 : ATTEMPTS;
        for (int i = 0; i < attempts && thread.isAlive(); i++) {
            if (reaper.jvmti().strikeVirtual(times) == Jvmti.OK) {
                return;
            }
            if (attempts > 1) {
                thread.interrupt();
            }
        }
    }
}
