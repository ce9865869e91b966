package dev.interleave.agent;

import dev.interleave.agent.trace.Hooks;
import dev.interleave.agent.trace.Recording;
import dev.interleave.wire.FromSession;
import java.util.concurrent.locks.LockSupport;

/**
 * Records what the threads of a run do, when that is wanted, and sends it while the run goes on.
 *
 * <p>Threading: the reader begins, the reaper ends; the cell's thread tells when it is in the cell.
 */
final class Tracer {

    private static final long POLL_NANOS = 3_000_000;

    /** Messages that may wait to be sent; what comes meanwhile waits in the recording. */
    private static final int MOST_WAITING = 16;

    private final Sender sender;
    private final LearnerClasses classes;
    private final MemoryReserve reserve;
    private Hooks hooks;
    private Poll poll;
    private volatile Recording recording;

    Tracer(Sender sender, LearnerClasses classes, MemoryReserve reserve) {
        this.sender = sender;
        this.classes = classes;
        this.reserve = reserve;
    }

    /** Records from now on. A JVM that cannot, tells nothing. */
    void begin(long run) {
        try {
            if (hooks == null) {
                hooks = new Hooks(new ClassRedefinition());
                classes.trace(hooks);
                poll = new Poll(reserve);
                poll.start();
            }
            recording = hooks.record(events -> sender.send(new FromSession.Traced(run, events)));
            LockSupport.unpark(poll);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            System.err.println("The run cannot be traced: " + e);
        }
    }

    void entered() {
        Recording now = recording;
        if (now != null) {
            now.entered(Thread.currentThread());
        }
    }

    void left() {
        Recording now = recording;
        if (now != null) {
            now.left(Thread.currentThread());
        }
    }

    /** The calling thread writes to a standard stream. */
    void printed(boolean error, byte[] bytes, int offset, int length) {
        Recording now = recording;
        if (now != null) {
            now.printed(error, bytes, offset, length);
        }
    }

    /** Records nothing more; what was recorded is on its way before anything that is sent later. */
    void end() {
        Recording last = recording;
        if (last != null) {
            recording = null;
            try {
                last.end(JdkThreads.all());
            } catch (OutOfMemoryError e) {
                // A run that has used up all memory is stopped, and its record has no end.
            }
        }
    }

    private final class Poll extends AgentThread {

        Poll(MemoryReserve reserve) {
            super("tracer", reserve);
        }

        @Override
        void work() {
            while (true) {
                Recording now = recording;
                if (now == null) {
                    LockSupport.park(this);
                } else {
                    if (sender.waiting() < MOST_WAITING) {
                        now.drain();
                    }
                    LockSupport.parkNanos(this, POLL_NANOS);
                }
            }
        }
    }
}
