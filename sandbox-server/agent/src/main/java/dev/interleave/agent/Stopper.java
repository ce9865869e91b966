package dev.interleave.agent;

import dev.interleave.wire.OwnTime;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends what runs have started: first by an interrupt, then, after a moment of patience, by an
 * exception out of the blue, again and again until everything has ended or the time is over.
 *
 * <p>Threading: the reaper's.
 */
final class Stopper {

    /** Between rounds: short at first and after a strike, because much may have ended. */
    private static final long SHORT_PAUSE_NANOS = 1_000_000;

    private static final long LONG_PAUSE_NANOS = 8_000_000;

    /** How long a carrier needs to take up the next virtual thread, and how often that is tried. */
    private static final long CARRIER_PAUSE_NANOS = 50_000;

    private static final int MOST_IN_VAIN = 10;

    /** A thread that was struck gets this long to end before it is struck again. */
    private static final long STRIKE_PAUSE_NANOS = 10_000_000;

    /** On a busy machine it goes on for so many times the usual limit at most. */
    private static final int LONGEST = 5;

    /** Killing looks at all processes of the system, so it is not done in each round. */
    private static final long KILL_PAUSE_NANOS = 20_000_000;

    private final AgentLimits limits;
    private final LearnerThreads threads;
    private final CellLoop cells;
    private final Strikes strikes;
    private final SpareDescriptors descriptors = new SpareDescriptors();

    Stopper(AgentLimits limits, LearnerThreads threads, CellLoop cells, Strikes strikes) {
        this.limits = limits;
        this.threads = threads;
        this.cells = cells;
        this.strikes = strikes;
    }

    /**
     * Ends threads and processes of these runs, and perhaps an invocation.
     *
     * @return how many of them would not end
     */
    int end(List<Run> runs, Invocation invocation) throws Throwable {
        runs.forEach(Run::stop);
        return new Attempt(runs, invocation).end();
    }

    /** When it is a thread's turn again, and how often it was struck. */
    private static final class Turn {
        private long next;
        private int strikes;
    }

    private final class Attempt {

        private final List<Run> runs;
        private final Invocation invocation;
        private final Map<Thread, Turn> turns = new IdentityHashMap<>();
        private final OwnTime time = OwnTime.ofThisProcess();
        private final long begun = System.nanoTime();
        private long now = begun;
        private long nextKill = begun;
        private long nextLook = begun + limits.stop().toNanos();
        private long pause = SHORT_PAUSE_NANOS;
        private long strikesMade;
        private int processes;

        Attempt(List<Run> runs, Invocation invocation) {
            this.runs = runs;
            this.invocation = invocation;
        }

        int end() throws Throwable {
            while (true) {
                now = System.nanoTime();
                int remaining = round();
                if (remaining == 0 || isOver()) {
                    return remaining;
                }
                pause(now + pause);
                pause = Math.min(2 * pause, LONG_PAUSE_NANOS);
            }
        }

        /**
         * Whether it has taken so long that it will not succeed, with the machine to blame or not.
         */
        private boolean isOver() {
            long stop = limits.stop().toNanos();
            if (now < nextLook) {
                return false;
            }
            long left = stop - time.nanos();
            nextLook = now + left;
            return left <= 0 || now - begun > LONGEST * stop;
        }

        /** Not beyond the end of patience, when the strikes begin. */
        private void pause(long until) {
            long patienceEnds = begun + limits.patience().toNanos();
            long end = now < patienceEnds ? Math.min(until, patienceEnds) : until;
            LockSupport.parkNanos(end - System.nanoTime());
        }

        private int round() throws Throwable {
            boolean cellEnded = cellHasEnded();
            if (!cellEnded) {
                attack(cells.thread(), true);
            }
            List<Thread> alive = threads.of(runs::contains);
            attackAll(alive);
            killProcesses();
            int due = alive.isEmpty() && threads.useCommonPool(runs) ? 1 : 0;
            return alive.size() + due + processes + (cellEnded ? 0 : 1);
        }

        /** Whether the invocation has come to its end; a thread that was struck is replaced. */
        private boolean cellHasEnded() {
            if (invocation == null || !invocation.isUnderWay()) {
                return true;
            }
            if (!cells.hasLeft()) {
                return false;
            }
            cells.replaceThread(invocation);
            return true;
        }

        /**
         * Virtual threads that wait for a carrier get one when another is struck, so it goes on as
         * long as that happens.
         */
        private void attackAll(List<Thread> alive) throws Throwable {
            int inVain = 0;
            boolean more = true;
            while (more && inVain < MOST_IN_VAIN && now < nextLook) {
                now = System.nanoTime();
                long before = strikesMade;
                more = false;
                for (Thread thread : alive) {
                    if (thread.isAlive() && System.nanoTime() < nextLook) {
                        attack(thread, false);
                        more |= turns.get(thread).next <= now;
                    }
                }
                inVain = strikesMade > before ? 0 : inVain + 1;
                if (more) {
                    LockSupport.parkNanos(CARRIER_PAUSE_NANOS);
                }
            }
        }

        private void attack(Thread thread, boolean cell) throws Throwable {
            Turn turn = turns.computeIfAbsent(thread, _ -> new Turn());
            if (turn.next == 0) {
                Pools.shutDown(thread);
                turn.next = begun + limits.patience().toNanos();
                if (thread.isVirtual()) {
                    JdkThreads.replaceTask(thread, Unbegun::new);
                }
                interrupt(thread, cell);
            }
            if (now < turn.next || cell && !invocation.condemn()) {
                return;
            }
            for (Run run : runs) {
                run.output().mute();
            }
            if (strikes.strike(thread, turn.strikes)) {
                turn.strikes++;
                strikesMade++;
                turn.next = now + STRIKE_PAUSE_NANOS;
                pause = SHORT_PAUSE_NANOS / 4;
            }
        }

        private void interrupt(Thread thread, boolean cell) {
            if (cell) {
                invocation.interrupt(thread);
            } else {
                BareThreads.interrupt(thread);
            }
        }

        private void killProcesses() {
            if (now >= nextKill) {
                processes = descriptors.lookUp(this::killThem);
                nextKill = now + KILL_PAUSE_NANOS;
            }
        }

        private int killThem() {
            int killed = 0;
            for (Run run : runs) {
                killed += Processes.kill(run.begunMillis(), limits.alone());
            }
            return killed;
        }
    }
}
