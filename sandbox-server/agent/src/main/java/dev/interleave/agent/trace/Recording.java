package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent;
import dev.interleave.wire.TraceEvent.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The recording of one run.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Recording {

    /** So often a recording says that it goes on: who only waits tells nothing. */
    private static final long TICK_NANOS = 500_000_000;

    private static final int RING_SIZE =
            Runtime.getRuntime().maxMemory() > 100L << 20 ? 1 << 18 : 1 << 15;

    private final Hooks hooks;
    private final OwnedMonitors monitors = new OwnedMonitors();
    private final Queues queues = new Queues();
    private final Ring ring = new Ring(RING_SIZE);
    private final WaitedLocks locks = new WaitedLocks(monitors);
    private final Drain drain;
    private final Recorder recorder;
    private long lastTick = System.nanoTime();
    private boolean ended;

    Recording(Hooks hooks, Consumer<List<TraceEvent>> out) {
        this.hooks = hooks;
        this.drain = new Drain(ring, locks, hooks.conditions(), out);
        this.recorder = new Recorder(ring, monitors, queues, hooks.conditions());
        hooks.connect(recorder);
    }

    /** The cell's thread begins to execute the cell's code. */
    public void entered(Thread thread) {
        ring.put(Kind.ENTER.ordinal(), thread, 0, null, 0);
    }

    public void left(Thread thread) {
        ring.put(Kind.LEAVE.ordinal(), thread, 0, null, 0);
    }

    /** The calling thread writes to a standard stream. */
    public void printed(boolean error, byte[] bytes, int offset, int length) {
        recorder.printed(error, bytes, offset, length);
    }

    /** Sends what was recorded since the last time. */
    public synchronized void drain() {
        if (!ended) {
            queues.look(this::length);
            locks.look(this::owned);
            long now = System.nanoTime();
            boolean tick = now - lastTick >= TICK_NANOS;
            lastTick = tick ? now : lastTick;
            drain.drain(tick ? Kind.TICK : null);
        }
    }

    /**
     * Records nothing more and sends the rest, and who owns what threads wait for.
     *
     * @param threads those that live
     */
    public synchronized void end(List<Thread> threads) {
        if (ended) {
            return;
        }
        hooks.disconnect();
        for (Thread thread : threads) {
            Object blocker = LockSupport.getBlocker(thread);
            held(thread, blocker, blocker == null ? null : Recorder.ownerOfLock(blocker));
        }
        for (Map.Entry<Thread, Object> entry : monitors.entering().entrySet()) {
            Object monitor = entry.getValue();
            held(entry.getKey(), monitor, monitors.owner(monitor));
        }
        int leftOut = recorder.printsLeftOut();
        if (leftOut > 0) {
            ring.put(Kind.PRINTS_LEFT_OUT.ordinal(), Thread.currentThread(), leftOut, null, 0);
        }
        ended = true;
        drain.drain(Kind.LAST);
    }

    private void length(Object queue, int line, int length) {
        ring.put(Kind.QUEUE.ordinal(), Thread.currentThread(), length, queue, line);
    }

    private void owned(Object lock, long owner) {
        ring.put(Kind.OWNED.ordinal(), Thread.currentThread(), owner, lock, 0);
    }

    private void held(Thread thread, Object object, Thread owner) {
        if (owner != null && Recorder.isTraced(thread)) {
            ring.put(Kind.HELD.ordinal(), thread, owner.threadId(), object, 0);
        }
    }
}
