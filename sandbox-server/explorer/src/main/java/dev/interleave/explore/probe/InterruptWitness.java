package dev.interleave.explore.probe;

import dev.interleave.explore.Body;
import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;

/**
 * A thread that is interrupted while it waits in the submission, and must then end with
 * InterruptedException or with its interrupt status set.
 *
 * <p>Threading: from any thread of the run.
 */
public final class InterruptWitness {

    private final Run run;
    private final String name;
    private final Thread thread;
    private boolean ended;
    private boolean noticed;
    private boolean threw;

    /** Starts the thread. */
    public InterruptWitness(Run run, String name, Body body) {
        this.run = run;
        this.name = name;
        this.thread = run.go(name, () -> witness(body));
    }

    private void witness(Body body) throws Throwable {
        try {
            body.run();
            noticed = Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            noticed = true;
            threw = true;
        }
        ended = true;
    }

    public Thread thread() {
        return thread;
    }

    /**
     * Interrupts the thread where it waits, and fails the run if it does not end because of that.
     */
    public void interrupt() throws InterruptedException {
        run.settle();
        run.check(!ended, name + " ended before it was interrupted");
        thread.interrupt();
        run.settle();
        if (!ended)
            run.fail(
                    FaultKind.INTERRUPT_IGNORED,
                    name + " goes on waiting after it was interrupted.");
        if (!noticed) {
            run.fail(
                    FaultKind.INTERRUPT_IGNORED,
                    name
                            + " swallowed the interrupt: no InterruptedException, and the status is"
                            + " not set.");
        }
    }

    /**
     * The same, and it must end with InterruptedException: with the status alone, the caller would
     * take what it got for a result.
     */
    public void interruptToThrow() throws InterruptedException {
        interrupt();
        if (!threw) {
            run.fail(
                    FaultKind.INTERRUPT_IGNORED,
                    name + " was interrupted, and returned in place of InterruptedException.");
        }
    }
}
