package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent;
import dev.interleave.wire.TraceEvent.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import jdk.internal.misc.CarrierThread;
import jdk.internal.misc.Unsafe;

/**
 * Hears what becomes of the tasks of a {@code ForkJoinPool}. A program can split its work into
 * millions: the first ones of a recording are told, of the others nothing is.
 *
 * <p>The JDK runs virtual threads as such tasks, too. They are left out before anything else is
 * done, as there may be no lock and no memory taken.
 *
 * <p>Threading: each hook is called in the thread that it is about.
 */
final class ForkTasks {

    /** Most tasks of a recording. */
    static final int MOST = 2_000;

    /** Twice as many and more, a power of two: tasks are found after few looks. */
    private static final int SLOTS = 1 << 12;

    private static final int ABNORMAL = 1 << 16;
    private static final int THROWN = 1 << 17;

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long STATUS = UNSAFE.objectFieldOffset(ForkJoinTask.class, "status");
    private static final long CONTAINER = UNSAFE.objectFieldOffset(ForkJoinPool.class, "container");
    private static final long SCHEDULER =
            UNSAFE.objectFieldOffset(
                    Thread.ofVirtual().unstarted(() -> {}).getClass(), "scheduler");
    private static final Object CARRIERS =
            UNSAFE.getReference(Thread.ofVirtual().unstarted(() -> {}), SCHEDULER);

    private final Ring ring;
    private final CellLine line;
    private final AtomicReferenceArray<Object> told = new AtomicReferenceArray<>(SLOTS);
    private final AtomicInteger count = new AtomicInteger();

    ForkTasks(Ring ring, CellLine line) {
        this.ring = ring;
        this.line = line;
    }

    /** A task is given to a pool from outside. */
    void submitted(Object task, Object pool) {
        if (pool != CARRIERS) {
            made(task, pool, "submit");
        }
    }

    void forked(Object task) {
        Thread thread = Thread.currentThread();
        if (thread instanceof CarrierThread) {
            return;
        }
        Object pool =
                thread instanceof ForkJoinWorkerThread worker
                        ? worker.getPool()
                        : ForkJoinPool.commonPool();
        made(task, pool, "ForkJoinTask.fork");
    }

    private void made(Object task, Object pool, String by) {
        boolean stage = task instanceof CompletableFuture.AsynchronousCompletionTask;
        if (stage || !add(task)) {
            return;
        }
        put(Kind.TASK, task, 0, line.ofCurrentThread());
        put(Kind.TASK_MADE_BY, by, System.identityHashCode(task), 0);
        Object group = UNSAFE.getReference(pool, CONTAINER);
        put(Kind.TASK_OF, group == null ? pool : group, System.identityHashCode(task), 0);
    }

    void begins(Object task) {
        if (!(Thread.currentThread() instanceof CarrierThread) && isTold(task)) {
            put(Kind.TASK_RUN, task, 0, 0);
        }
    }

    void done(Object task) {
        if (Thread.currentThread() instanceof CarrierThread || !isTold(task)) {
            return;
        }
        int status = UNSAFE.getIntVolatile(task, STATUS);
        if (status >= 0) {
            return;
        }
        if ((status & THROWN) != 0) {
            put(Kind.TASK_DONE, task, TraceEvent.DONE_FAILED, 0);
        } else {
            boolean cancelled = (status & ABNORMAL) != 0;
            long how = cancelled ? TraceEvent.DONE_CANCELLED : TraceEvent.DONE_WELL;
            put(Kind.TASK_DONE, task, how, 0);
        }
    }

    /** It fails with this, unless it is done already. */
    void failed(Object task, Object thrown) {
        if (isTold(task)) {
            done(task);
            String type = thrown.getClass().getName();
            put(Kind.TASK_FAILURE, type, System.identityHashCode(task), 0);
        }
    }

    void asked(Object task) {
        if (isTold(task)) {
            put(Kind.TASK_ASKED, task, 0, 0);
        }
    }

    private void put(Kind kind, Object about, long other, int atLine) {
        ring.put(kind.ordinal(), Thread.currentThread(), other, about, atLine);
    }

    /** Tasks do not say themselves what they equal, so they are told apart by identity. */
    private boolean add(Object task) {
        if (count.get() >= MOST) {
            return false;
        }
        for (int slot = first(task); ; slot = slot + 1 & SLOTS - 1) {
            Object known = told.compareAndExchange(slot, null, task);
            if (known == null) {
                count.incrementAndGet();
                return true;
            }
            if (known == task) {
                return false;
            }
        }
    }

    private boolean isTold(Object task) {
        if (count.get() == 0) {
            return false;
        }
        for (int slot = first(task); ; slot = slot + 1 & SLOTS - 1) {
            Object known = told.get(slot);
            if (known == task || known == null) {
                return known != null;
            }
        }
    }

    private static int first(Object task) {
        int hash = System.identityHashCode(task);
        return (hash ^ hash >>> 12) & SLOTS - 1;
    }
}
