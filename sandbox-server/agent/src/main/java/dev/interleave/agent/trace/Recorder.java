package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent.Kind;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import jdk.internal.misc.CarrierThread;
import jdk.internal.misc.Unsafe;

/**
 * Hears the hooks and writes down what they say.
 *
 * <p>Threading: each hook is called in the thread that it is about, or, where a virtual thread gets
 * or leaves a carrier, in the carrier.
 */
final class Recorder {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long OWNER =
            UNSAFE.objectFieldOffset(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread");
    private static final long STATE =
            UNSAFE.objectFieldOffset(Thread.ofVirtual().unstarted(() -> {}).getClass(), "state");

    private static final long HANDLER =
            UNSAFE.objectFieldOffset(Thread.class, "uncaughtExceptionHandler");

    private static final Class<?> SIGNALLER = type("CompletableFuture$Signaller");
    private static final Class<?> PHASER_NODE = type("Phaser$QNode");
    private static final long PHASER = UNSAFE.objectFieldOffset(PHASER_NODE, "phaser");

    /** A thread that still runs its code, as {@code VirtualThread} numbers it. */
    private static final int RUNNING = 2;

    private final Ring ring;
    private final OwnedMonitors monitors;
    private final Queues queues;
    private final QueueConditions conditions;
    private final CellLine line = new CellLine();
    private final TaskRecorder tasks;
    private final ForkTasks forks;
    private final Spins spins = new Spins();
    private final Prints prints = new Prints();

    /** Who waits for a future parks on an object of the moment that does not know it. */
    private final Map<Thread, Object> awaited = new ConcurrentHashMap<>();

    Recorder(Ring ring, OwnedMonitors monitors, Queues queues, QueueConditions conditions) {
        this.ring = ring;
        this.monitors = monitors;
        this.queues = queues;
        this.conditions = conditions;
        this.tasks = new TaskRecorder(ring, line);
        this.forks = new ForkTasks(ring, line);
    }

    /** One sink for each kind of call. */
    BiConsumer<Object, Object>[] sinks() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        BiConsumer<Object, Object>[] sinks = new BiConsumer[Sinks.COUNT];
        set(sinks, Kind.START, (thread, container) -> start((Thread) thread, container));
        set(sinks, Kind.END, (thread, _) -> ended((Thread) thread));
        set(sinks, Kind.READY, (thread, _) -> moved(Kind.READY, (Thread) thread));
        set(sinks, Kind.MOUNT, (thread, _) -> moved(Kind.MOUNT, (Thread) thread));
        set(sinks, Kind.UNMOUNT, (thread, _) -> unmount((Thread) thread));
        set(sinks, Kind.PARK, (blocker, _) -> park(blocker));
        set(sinks, Kind.SLEEP, (_, _) -> begin(Kind.SLEEP, 0, null));
        set(sinks, Kind.WAIT, (object, _) -> waiting(object));
        set(sinks, Kind.WAIT_END, (_, _) -> waited());
        set(sinks, Kind.JOIN, (thread, _) -> join((Thread) thread));
        set(sinks, Kind.IO, (what, _) -> begin(Kind.IO, 0, what));
        set(sinks, Kind.MONITOR, (object, _) -> monitor(object));
        set(sinks, Kind.MONITOR_END, (object, _) -> monitorEntered(object));
        set(sinks, Kind.PIN, (_, _) -> pin());
        set(sinks, Kind.UNPARK, (thread, _) -> unpark((Thread) thread));
        for (Kind kind :
                new Kind[] {
                    Kind.PARK_END, Kind.SLEEP_END, Kind.JOIN_END, Kind.IO_END, Kind.PIN_END
                }) {
            set(sinks, kind, (_, _) -> end(kind));
        }
        set(sinks, Kind.UNCAUGHT, (thread, thrown) -> uncaught((Thread) thread, thrown));
        set(sinks, Kind.SPIN, (_, _) -> spin());
        set(sinks, Kind.STATEMENT, (_, _) -> begin(Kind.STATEMENT, 0, null));
        set(sinks, Kind.QUEUE, (queue, _) -> queueMade((BlockingQueue<?>) queue));
        tasks.connect(sinks);
        sinks[Sinks.MONITOR_LEFT] = (object, _) -> monitors.left(object);
        sinks[Sinks.AWAIT] = (future, _) -> awaited.put(Thread.currentThread(), future);
        sinks[Sinks.AWAIT_END] = (_, _) -> awaited.remove(Thread.currentThread());
        sinks[Sinks.IDLE] = (pool, _) -> idle(pool);
        sinks[Sinks.FORK_SUBMITTED] = forks::submitted;
        sinks[Sinks.FORKED] = (task, _) -> forks.forked(task);
        sinks[Sinks.FORK_BEGINS] = (task, _) -> forks.begins(task);
        sinks[Sinks.FORK_DONE] = (task, _) -> forks.done(task);
        sinks[Sinks.FORK_FAILED] = forks::failed;
        sinks[Sinks.FORK_ASKED] = (task, _) -> forks.asked(task);
        return sinks;
    }

    private static void set(
            BiConsumer<Object, Object>[] sinks, Kind kind, BiConsumer<Object, Object> sink) {
        sinks[kind.ordinal()] = sink;
    }

    private void put(Kind kind, Thread thread, long other) {
        ring.put(kind.ordinal(), thread, other, null, 0);
    }

    /** Whether a thread is one that a learner may have made; carriers and timers are the JDK's. */
    static boolean isTraced(Thread thread) {
        Class<?> type = thread.getClass();
        return type == Thread.class
                || thread.isVirtual() && !Pollers.is(thread)
                || thread instanceof ForkJoinWorkerThread && !(thread instanceof CarrierThread)
                || type.getClassLoader() != null && !(thread instanceof Untraced)
                || type.getName().equals("java.util.TimerThread");
    }

    private static long currentId() {
        return Thread.currentThread().threadId();
    }

    /** Something begins in the calling thread. */
    private void begin(Kind kind, long other, Object about) {
        Thread thread = Thread.currentThread();
        if (isTraced(thread)) {
            ring.put(kind.ordinal(), thread, other, about, lineHere());
        }
    }

    private void end(Kind kind) {
        Thread thread = Thread.currentThread();
        if (isTraced(thread)) {
            put(kind, thread, 0);
        }
    }

    /** A stack without room, or a heap, has no room for a look at it either. */
    private int lineHere() {
        try {
            return line.ofCurrentThread();
        } catch (StackOverflowError | OutOfMemoryError e) {
            return 0;
        }
    }

    private void start(Thread started, Object container) {
        if (isTraced(started)) {
            ring.put(Kind.START.ordinal(), started, currentId(), container, lineHere());
        }
    }

    private void ended(Thread thread) {
        if (isTraced(thread)) {
            put(Kind.END, thread, 0);
        }
    }

    private void moved(Kind kind, Thread virtual) {
        if (!Pollers.is(virtual)) {
            put(kind, virtual, currentId());
        }
    }

    /** What it waits for is known to it even where nothing else told. */
    private void unmount(Thread thread) {
        int state = UNSAFE.getIntVolatile(thread, STATE);
        if (state != RUNNING && !Pollers.is(thread)) {
            Object blocker = LockSupport.getBlocker(thread);
            ring.put(Kind.UNMOUNT.ordinal(), thread, state, blocker, 0);
        }
    }

    /** Who awaits a condition has said before what it waits for, and parks without a word. */
    private void park(Object told) {
        Object blocker = told != null ? told : LockSupport.getBlocker(Thread.currentThread());
        begin(Kind.PARK, id(ownerOfLock(blocker)), known(blocker));
    }

    /** What a learner knows, for objects that the JDK makes for one wait. */
    private Object known(Object blocker) {
        Class<?> type = blocker == null ? null : blocker.getClass();
        if (type == SIGNALLER) {
            Object future = awaited.get(Thread.currentThread());
            return future == null ? blocker : future;
        }
        return type == PHASER_NODE ? UNSAFE.getReference(blocker, PHASER) : blocker;
    }

    /** Where it is in the cell's code does not matter: it is not. */
    private void idle(Object pool) {
        Thread thread = Thread.currentThread();
        if (isTraced(thread)) {
            ring.put(Kind.PARK.ordinal(), thread, 0, pool, 0);
        }
    }

    private void join(Thread joined) {
        if (joined.isAlive()) {
            begin(Kind.JOIN, joined.threadId(), null);
        }
    }

    private void waiting(Object object) {
        monitors.gaveUp(object);
        begin(Kind.WAIT, 0, object);
    }

    private void waited() {
        monitors.returned();
        end(Kind.WAIT_END);
    }

    /** Is about to enter a monitor. Most are free, and what does not wait is not told. */
    private void monitor(Object object) {
        if (object != null && monitors.mayBlock(object)) {
            monitors.entering(object);
            begin(Kind.MONITOR, id(monitors.owner(object)), object);
        }
    }

    private void monitorEntered(Object object) {
        if (monitors.entered(object)) {
            end(Kind.MONITOR_END);
        }
    }

    private void pin() {
        String reason = CellLine.pinnedBy();
        begin(Kind.PIN, 0, reason);
    }

    private void unpark(Thread woken) {
        Thread thread = Thread.currentThread();
        if (woken != null && isTraced(thread) && isTraced(woken)) {
            put(Kind.UNPARK, thread, woken.threadId());
        }
    }

    /** Somebody who has a handler of its own for it is not left without a word. */
    private void uncaught(Thread thread, Object thrown) {
        boolean handled = UNSAFE.getReferenceVolatile(thread, HANDLER) != null;
        boolean ours = thrown.getClass().getModule() == Recorder.class.getModule();
        if (isTraced(thread) && !handled && !ours) {
            ring.put(Kind.UNCAUGHT.ordinal(), thread, 0, thrown.getClass().getName(), 0);
        }
    }

    private void queueMade(BlockingQueue<?> queue) {
        conditions.add(queue);
        if (queue instanceof LinkedBlockingQueue<?> linked) {
            queues.add(linked, lineHere());
        }
    }

    /** The calling thread prints; what is too much is counted only. */
    void printed(boolean error, byte[] bytes, int offset, int length) {
        Thread thread = Thread.currentThread();
        if (!isTraced(thread)) {
            return;
        }
        String text = prints.take(bytes, offset, length);
        if (text != null) {
            ring.put(Kind.PRINT.ordinal(), thread, error ? 1 : 0, text, lineHere());
        }
    }

    int printsLeftOut() {
        return prints.leftOut();
    }

    private void spin() {
        long looks = spins.look();
        if (looks > 0) {
            begin(Kind.SPIN, looks, null);
        }
    }

    /** The thread that has a lock of the JDK's, or null. */
    static Thread ownerOfLock(Object blocker) {
        return blocker instanceof AbstractOwnableSynchronizer
                ? (Thread) UNSAFE.getReferenceVolatile(blocker, OWNER)
                : null;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("java.util.concurrent." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long id(Thread thread) {
        return thread == null ? 0 : thread.threadId();
    }
}
