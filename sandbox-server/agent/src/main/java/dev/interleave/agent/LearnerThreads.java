package dev.interleave.agent;

import dev.interleave.wire.ThreadInfo;
import dev.interleave.wire.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Predicate;

/**
 * Tells the learner's threads from those of the JDK and the agent.
 *
 * <p>What a thread says of itself can be overridden by a class of the learner's and could hang the
 * agent, so it is asked through {@link BareThreads}.
 *
 * <p>Threading: the reaper's.
 */
final class LearnerThreads {

    /** Longest place in the code that is told of a thread, in characters. */
    private static final int MAX_PLACE = 500;

    private static final String CARRIER = "jdk.internal.misc.CarrierThread";
    private static final String REFERENCE_HANDLER = "java.lang.ref.Reference$ReferenceHandler";
    private static final String FORK = ".ForkJoin";

    private final Runs runs;
    private final CellLoop cells;

    LearnerThreads(Runs runs, CellLoop cells) {
        this.runs = runs;
        this.cells = cells;
    }

    /** The live threads that belong to such runs, without the cell's own. */
    List<Thread> of(Predicate<Run> wanted) {
        List<Thread> threads = new ArrayList<>();
        for (Thread thread : JdkThreads.all()) {
            if (isLearners(thread) && wanted.test(runs.of(thread))) {
                threads.add(thread);
            }
        }
        return threads;
    }

    /** All live threads by their ids, with their runs. */
    Map<Long, Run> byId() {
        Map<Long, Run> threads = new HashMap<>();
        for (Thread thread : of(run -> true)) {
            threads.put(thread.threadId(), runs.of(thread));
        }
        return threads;
    }

    /**
     * Whether the common pool still has something to do for these runs. A task that no worker has
     * begun is in none of the threads yet.
     */
    boolean useCommonPool(List<Run> ended) {
        return ended.contains(runs.current())
                && (!ForkJoinPool.commonPool().isQuiescent() || DelayThreads.isCommonActive());
    }

    private boolean isLearners(Thread thread) {
        if (thread instanceof AgentThread || thread == cells.thread() || !thread.isAlive()) {
            return false;
        }
        if (isOfCommonPool(thread)) {
            return isAtWork(thread);
        }
        return thread.isVirtual() || !isService(thread) || worksForLearner(thread);
    }

    /**
     * Whether a thread of the JDK's own has something of the learner's: cleaners, finalizers and
     * timers call back.
     */
    private static boolean worksForLearner(Thread thread) {
        return DelayThreads.is(thread) && DelayThreads.hasTasks(thread)
                || !isNeverLearners(thread) && isInLearnersCode(BareThreads.stack(thread));
    }

    /** Looking at stacks takes time, and each run's end does it. */
    private static boolean isNeverLearners(Thread thread) {
        Class<?> type = thread.getClass();
        return type == Thread.class
                || type.getName().equals(CARRIER)
                || type.getName().equals(REFERENCE_HANDLER);
    }

    /** What is in no module is not the JDK's. */
    static boolean isInLearnersCode(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            if (frame.getModuleName() == null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a strike must not end the thread: it is the JDK's. */
    static boolean isOfJdk(Thread thread) {
        return !thread.isVirtual() && isSpecialClassOfJdk(thread.getClass());
    }

    /** A worker of a learner's class need not work as one. */
    static boolean isOfCommonPool(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker
                && thread.getClass().getClassLoader() == null
                && JdkThreads.pool(worker) == ForkJoinPool.commonPool();
    }

    /**
     * Whether this is the stack of a worker of the common pool in the midst of a task. A strike at
     * any other moment would leave the pool, which is the JDK's and lives on, with a wrong count of
     * its workers.
     */
    static boolean isInTask(StackTraceElement[] frames) {
        return isAtWork(frames)
                && !frames[0].getClassName().startsWith(ForkJoinPool.class.getPackageName() + FORK);
    }

    /** Whether a worker of the common pool executes something at the moment. */
    private static boolean isAtWork(Thread worker) {
        return isAtWork(BareThreads.stack(worker));
    }

    private static boolean isAtWork(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            if (frame.getMethodName().equals("doExec")) {
                return true;
            }
        }
        return false;
    }

    /**
     * A thread that the JVM made for itself has nothing to run and has inherited nothing. Names and
     * groups say nothing: a learner's thread can have any.
     */
    private boolean isService(Thread thread) {
        Class<?> type = thread.getClass();
        return isSpecialClassOfJdk(type)
                || type == Thread.class
                        && JdkThreads.task(thread) == null
                        && !runs.inheritedBy(thread);
    }

    /** Such as the thread that wakes others up; timers and workers are what a learner makes. */
    private static boolean isSpecialClassOfJdk(Class<?> type) {
        return type.getClassLoader() == null
                && type != Thread.class
                && type != ForkJoinWorkerThread.class
                && !type.getName().equals("java.util.TimerThread");
    }

    /** Describes the first of these threads. */
    static List<ThreadInfo> describe(List<Thread> threads) {
        List<ThreadInfo> infos = new ArrayList<>();
        for (Thread thread : threads) {
            if (infos.size() == Wire.MAX_THREADS) {
                break;
            }
            infos.add(describe(thread));
        }
        return infos;
    }

    private static ThreadInfo describe(Thread thread) {
        String state = BareThreads.state(thread).name();
        return new ThreadInfo(ThreadNames.shown(thread), thread.isVirtual(), state, at(thread));
    }

    private static String at(Thread thread) {
        StackTraceElement[] stack = BareThreads.stack(thread);
        return stack.length == 0 ? null : Text.cut(stack[0].toString(), MAX_PLACE);
    }
}
