package dev.interleave.agent;

import java.util.concurrent.ForkJoinPool;
import jdk.internal.misc.Unsafe;

/**
 * The threads in which pools of JDK 25 keep what is to be done later: {@code orTimeout}, {@code
 * delayedExecutor}, {@code schedule}. The tasks themselves are known to their thread only.
 *
 * <p>Fields are only read, as in {@link JdkThreads}, but for one.
 */
final class DelayThreads {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final Class<?> TYPE = type();

    /** 0 while the thread waits or is about to; 1 once it was given something. */
    private static final long ACTIVE = UNSAFE.objectFieldOffset(TYPE, "active");

    private static final long OF_POOL =
            UNSAFE.objectFieldOffset(ForkJoinPool.class, "delayScheduler");

    /** The pool in which virtual threads run, which keeps there when they wake up. */
    private static final Object CARRIERS = JdkThreads.carriers();

    private DelayThreads() {}

    private static Class<?> type() {
        try {
            return Class.forName("java.util.concurrent.DelayScheduler");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is such a thread, of any pool but the one in which virtual threads run. */
    static boolean is(Thread thread) {
        return thread.getClass() == TYPE && thread != of(CARRIERS);
    }

    private static Object of(Object pool) {
        return UNSAFE.getReferenceVolatile(pool, OF_POOL);
    }

    /** Whether such a thread waits for the time of a task. With none left it waits without end. */
    static boolean hasTasks(Thread thread) {
        return !isActive(thread) && thread.getState() == Thread.State.TIMED_WAITING;
    }

    /** Whether the common pool's thread has been given something that it has not sorted yet. */
    static boolean isCommonActive() {
        Object thread = of(ForkJoinPool.commonPool());
        return thread != null && isActive(thread);
    }

    private static boolean isActive(Object thread) {
        return UNSAFE.getIntVolatile(thread, ACTIVE) > 0;
    }

    /** The common pool lives on and is to begin another thread when it needs one again. */
    static void retire(Thread thread) {
        UNSAFE.compareAndSetReference(ForkJoinPool.commonPool(), OF_POOL, thread, null);
    }

    /** Whether this is the stack of such a thread where it holds nothing that others need. */
    static boolean isWaiting(StackTraceElement[] frames) {
        return frames.length > 1
                && frames[0].getMethodName().equals("park")
                && frames[1].getClassName().equals(TYPE.getName());
    }
}
