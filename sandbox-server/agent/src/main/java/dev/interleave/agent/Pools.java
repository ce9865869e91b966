package dev.interleave.agent;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.internal.misc.Unsafe;

/**
 * Shuts down the executor that a thread works for, so that it does not replace the thread.
 *
 * <p>A {@code ThreadPoolExecutor} is put into its state {@code STOP} directly: its methods take a
 * lock that a thread which was struck may have left locked, and can be overridden.
 */
final class Pools {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long CTL = UNSAFE.objectFieldOffset(ThreadPoolExecutor.class, "ctl");

    /** {@code ThreadPoolExecutor.STOP} and the bits of its state; the others count the workers. */
    private static final int STOP = 1 << 29;

    private static final int COUNT = (1 << 29) - 1;

    /** How many objects are looked at between a thread's task and the worker that it wraps. */
    private static final int MAX_OBJECTS = 64;

    private Pools() {}

    static void shutDown(Thread thread) {
        ExecutorService perTask = JdkThreads.executor(thread);
        if (perTask != null) {
            perTask.shutdownNow();
        }
        if (thread instanceof ForkJoinWorkerThread worker) {
            ForkJoinPool pool = JdkThreads.pool(worker);
            if (pool != ForkJoinPool.commonPool()) {
                pool.shutdownNow();
            }
        } else if (!thread.isVirtual()) {
            ThreadPoolExecutor pool = poolBehind(JdkThreads.task(thread));
            if (pool != null) {
                stop(pool);
            }
        }
    }

    private static void stop(ThreadPoolExecutor pool) {
        var state = (AtomicInteger) UNSAFE.getReference(pool, CTL);
        int now = state.get();
        while (now < STOP && !state.compareAndSet(now, STOP | now & COUNT)) {
            now = state.get();
        }
    }

    /** The pool whose worker this is or wraps: thread factories like to wrap. */
    private static ThreadPoolExecutor poolBehind(Object task) {
        ArrayDeque<Object> next = new ArrayDeque<>();
        List<Object> seen = new ArrayList<>();
        add(task, next, seen);
        while (!next.isEmpty()) {
            Object object = next.remove();
            boolean worker = object.getClass().getNestHost() == ThreadPoolExecutor.class;
            for (Object value : references(object)) {
                if (worker && value instanceof ThreadPoolExecutor pool) {
                    return pool;
                }
                add(value, next, seen);
            }
        }
        return null;
    }

    private static void add(Object object, ArrayDeque<Object> next, List<Object> seen) {
        if (object instanceof Runnable && seen.size() < MAX_OBJECTS && !contains(seen, object)) {
            seen.add(object);
            next.add(object);
        }
    }

    private static boolean contains(List<Object> objects, Object wanted) {
        for (Object object : objects) {
            if (object == wanted) {
                return true;
            }
        }
        return false;
    }

    private static List<Object> references(Object object) {
        List<Object> values = new ArrayList<>();
        for (Field field : object.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                values.add(UNSAFE.getReference(object, UNSAFE.objectFieldOffset(field)));
            }
        }
        return values;
    }
}
