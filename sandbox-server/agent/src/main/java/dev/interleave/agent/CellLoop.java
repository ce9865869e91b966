package dev.interleave.agent;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Performs invocations one after another in the cell's thread: first the JVM's main thread and,
 * whenever that had to be struck, a new one that looks the same.
 *
 * <p>Threading: the reader adds, the cell's thread performs, the reaper ends and replaces.
 */
final class CellLoop implements Runnable {

    private static final String NAME = "main";

    private final ThreadGroup group = Thread.currentThread().getThreadGroup();
    private final ArrayDeque<Invocation> waiting = new ArrayDeque<>();
    private final LearnerClasses classes;
    private final Runs runs;
    private final Sender sender;
    private final Tracer tracer;
    private final OutOfMemory outOfMemory;
    private volatile Thread thread;
    private volatile Invocation current;
    private volatile boolean left;

    CellLoop(
            LearnerClasses classes,
            Runs runs,
            Sender sender,
            Tracer tracer,
            MemoryReserve reserve) {
        this.classes = classes;
        this.runs = runs;
        this.sender = sender;
        this.tracer = tracer;
        this.outOfMemory = new OutOfMemory(reserve);
    }

    void add(Invocation invocation) {
        synchronized (waiting) {
            waiting.add(invocation);
            waiting.notify();
        }
    }

    /** The cell's thread. */
    Thread thread() {
        return thread;
    }

    /**
     * Whether the thread has ended or is about to: a learner's thread that holds its lock can keep
     * it from ending altogether.
     */
    boolean hasLeft() {
        return left || !thread.isAlive();
    }

    /** The invocation that the thread is at, or null. */
    Invocation current() {
        return current;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            while (perform(next())) {
                current = null;
            }
        } catch (StopSignal e) {
            // Struck: the reaper waits for this thread to end, answers, and starts another.
        } catch (Throwable e) {
            // Struck inside of the JDK, while it loads a class for instance.
            if (!isStruck()) {
                Exit.after(e);
            }
        } finally {
            left = true;
        }
    }

    private boolean isStruck() {
        Invocation last = current;
        return last != null && last.isCondemned();
    }

    private Invocation next() {
        synchronized (waiting) {
            while (waiting.isEmpty()) {
                try {
                    waiting.wait();
                } catch (InterruptedException e) {
                    // A thread that the learner's code left behind may do this at any time.
                }
            }
            return waiting.remove();
        }
    }

    private boolean perform(Invocation invocation) {
        current = invocation;
        runs.enter(invocation.run());
        Thread.currentThread().setContextClassLoader(classes);
        Thread.interrupted();
        tracer.entered();
        Reply reply = invocation.perform(classes);
        tracer.left();
        if (reply == null) {
            return false;
        }
        answer(invocation.run(), reply);
        return true;
    }

    private void answer(Run run, Reply reply) {
        while (true) {
            try {
                sender.send(new FromSession.Replied(run.number(), reply));
                return;
            } catch (OutOfMemoryError e) {
                outOfMemory.survive();
            }
        }
    }

    /** After the thread of a condemned invocation has ended: answers in its place, starts anew. */
    void replaceThread(Invocation condemned) {
        condemned.bury();
        current = null;
        Thread next = new Thread(group, new Once(this), NAME, 0, false);
        thread = next;
        left = false;
        next.setDaemon(false);
        next.start();
        answer(condemned.run(), new Reply.Stopped());
    }

    /** What a thread runs can be called a second time: by the learner's code, in that thread. */
    private static final class Once implements Runnable {

        private final AtomicReference<Runnable> task;

        Once(Runnable task) {
            this.task = new AtomicReference<>(task);
        }

        @Override
        public void run() {
            Runnable first = task.getAndSet(null);
            if (first != null) {
                first.run();
            }
        }
    }
}
