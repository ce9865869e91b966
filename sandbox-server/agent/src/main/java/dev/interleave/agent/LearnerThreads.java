package dev.interleave.agent;

import dev.interleave.wire.ThreadInfo;
import dev.interleave.wire.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Predicate;

/**
 * Tells the learner's threads from those of the JDK and the agent.
 *
 * <p>What a thread says of itself can be overridden by a class of the learner's and is then not
 * asked: it could hang the agent.
 *
 * <p>Threading: the reaper's.
 */
final class LearnerThreads {

    /** Where the JDK keeps the threads that it starts for itself. */
    private static final Set<String> JDK_GROUPS =
            Set.of(
                    "system",
                    "InnocuousThreadGroup",
                    "InnocuousForkJoinWorkerThreadGroup",
                    "CarrierThreads");

    /** The JVM's own thread that waits for the end, once the first main thread has ended. */
    private static final String END_OF_JVM = "DestroyJavaVM";

    private static final Set<String> NEVER_LEARNERS =
            Set.of("Reference Handler", "Signal Dispatcher", "Notification Thread", END_OF_JVM);

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
                || !isNeverLearners(thread) && isInLearnersCode(thread.getStackTrace());
    }

    /** Looking at stacks takes time, and each run's end does it. */
    private static boolean isNeverLearners(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || group.getName().equals("CarrierThreads")
                || NEVER_LEARNERS.contains(thread.getName());
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

    static boolean isOfCommonPool(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool();
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
        return isAtWork(worker.getStackTrace());
    }

    private static boolean isAtWork(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            if (frame.getMethodName().equals("doExec")) {
                return true;
            }
        }
        return false;
    }

    private boolean isService(Thread thread) {
        if (isSpecialClassOfJdk(thread.getClass())) {
            return true;
        }
        ThreadGroup group = thread.getThreadGroup();
        return !runs.inheritedBy(thread)
                && (group == null
                        || JDK_GROUPS.contains(group.getName())
                        || thread.getName().equals(END_OF_JVM));
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
        String state = asksJdk(thread, "getState") ? thread.getState().name() : "UNKNOWN";
        return new ThreadInfo(ThreadNames.shown(thread), thread.isVirtual(), state, at(thread));
    }

    private static String at(Thread thread) {
        if (!asksJdk(thread, "getStackTrace")) {
            return null;
        }
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length == 0 ? null : stack[0].toString();
    }

    /** Whether this method of the thread is the JDK's own. */
    static boolean asksJdk(Thread thread, String method) {
        try {
            Class<?> type = thread.getClass();
            return type.getClassLoader() == null
                    || type.getMethod(method).getDeclaringClass().getClassLoader() == null;
        } catch (NoSuchMethodException | LinkageError e) {
            return false;
        }
    }
}
