package dev.interleave.web.cell;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Omitted;
import dev.interleave.sandbox.result.CellEvent.Output;
import dev.interleave.sandbox.result.CellEvent.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the sandbox puts what its runs tell, without ever waiting. Output that follows output of
 * the same thread is joined to it until it is taken, and it is taken at most every {@code pace}: a
 * cell that prints a million lines makes few events. What a learner waits for, such as the end of a
 * run, is taken at once with everything before it.
 *
 * <p>Threading: any thread puts; one thread takes.
 */
final class Inbox {

    private final long pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<Told> waiting = new ArrayList<>();
    private StringBuilder joined;
    private boolean urgent;
    private boolean closed;
    private long lastTaken;

    Inbox(Duration pace) {
        this.pace = pace.toNanos();
        this.lastTaken = System.nanoTime() - this.pace;
    }

    /** An event and the run that told it. */
    record Told(LiveRun run, CellEvent event) {}

    void put(LiveRun run, CellEvent event) {
        lock.lock();
        try {
            if (closed || join(run, event)) {
                return;
            }
            finishJoin();
            waiting.add(new Told(run, event));
            urgent |=
                    !(event instanceof Output
                            || event instanceof Value
                            || event instanceof Omitted);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was told since the last time, oldest first; empty when nothing was within {@code
     * patience}, and null when the inbox is closed and empty.
     */
    List<Told> take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var end = System.nanoTime() + patience.toNanos();
            while (!ready() && !closed) {
                var now = System.nanoTime();
                var until = waiting.isEmpty() ? end : Math.min(end, lastTaken + pace);
                if (now - until >= 0) {
                    break;
                }
                changed.awaitNanos(until - now);
            }
            return closed && waiting.isEmpty() ? null : takeAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is put from now on is ignored. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean ready() {
        return urgent || !waiting.isEmpty() && System.nanoTime() - lastTaken >= pace;
    }

    private List<Told> takeAll() {
        finishJoin();
        var taken = waiting;
        waiting = new ArrayList<>();
        urgent = false;
        if (!taken.isEmpty()) {
            lastTaken = System.nanoTime();
        }
        return taken;
    }

    private boolean join(LiveRun run, CellEvent event) {
        if (waiting.isEmpty()
                || !(event instanceof Output output)
                || !(waiting.getLast().event() instanceof Output before)
                || waiting.getLast().run() != run
                || before.error() != output.error()
                || !Objects.equals(before.thread(), output.thread())) {
            return false;
        }
        if (joined == null) {
            joined = new StringBuilder(before.text());
        }
        joined.append(output.text());
        return true;
    }

    private void finishJoin() {
        if (joined != null) {
            var last = waiting.removeLast();
            var output = (Output) last.event();
            var whole = new Output(output.error(), joined.toString(), output.thread());
            waiting.add(new Told(last.run(), whole));
            joined = null;
        }
    }
}
