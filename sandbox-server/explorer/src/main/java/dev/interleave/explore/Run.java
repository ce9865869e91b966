package dev.interleave.explore;

import dev.interleave.explore.jdk.UnsupportedJdkException;
import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.result.FaultKind;
import dev.interleave.explore.runtime.Execution;
import dev.interleave.explore.runtime.ThreadHooks;
import dev.interleave.explore.schedule.Choice;
import dev.interleave.explore.schedule.Finding;
import dev.interleave.explore.schedule.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * One run of a scenario, and all that a scenario needs beside plain Java.
 *
 * <p>When the scenario's body returns, the threads that {@link #go} started are joined, so most
 * need no join.
 *
 * <p>Threading: from any thread of the run.
 */
public final class Run {

    private final Execution execution;
    private final List<Thread> threads = new ArrayList<>();

    Run(Execution execution) {
        this.execution = execution;
    }

    /** Starts a thread. What its body throws is a fault; a failed assertion is a wrong result. */
    public Thread go(String name, Body body) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> guard(name, body));
        threads.add(thread);
        execution.startsItself(thread);
        ThreadHooks.start(thread, site());
        return thread;
    }

    void guard(String name, Body body) {
        try {
            body.run();
        } catch (VerifyError | ClassFormatError | UnsupportedJdkException e) {
            // Ours to mend, not the learner's fault.
            execution.scheduler().uncontrolled("The submission could not be woven: " + e);
            execution.scheduler().stopIfOver();
        } catch (Throwable e) {
            found(Findings.of(name, e));
        }
    }

    private void found(Finding finding) {
        execution.scheduler().found(finding);
    }

    /** Waits until a thread has ended. */
    public void join(Thread thread) throws InterruptedException {
        ThreadHooks.join(thread, site());
    }

    /** Waits until every thread that {@link #go} started has ended. */
    public void joinAll() throws InterruptedException {
        for (var thread : List.copyOf(threads)) join(thread);
    }

    /** Fails the run unless a condition holds. */
    public void check(boolean holds, String otherwise) {
        if (!holds) throw new WrongResult(otherwise);
    }

    /** Fails the run unless a value is what it should be. */
    public void checkEquals(Object expected, Object actual, String what) {
        if (!Objects.equals(expected, actual)) {
            throw new WrongResult("%s should be %s but is %s".formatted(what, expected, actual));
        }
    }

    /** Fails the run with a fault that the scenario itself has found. */
    public void fail(FaultKind kind, String message) {
        found(new Finding(kind, message, new Evidence.None()));
    }

    /**
     * Lets virtual time pass. It passes only when nobody can run, so afterwards everybody else has
     * gone as far as can be. A sleep of some seconds also shows who waits by spinning or polling.
     */
    public void sleep(Duration duration) throws InterruptedException {
        ThreadHooks.sleep(duration, Timer.Kind.LAZY, site());
    }

    /** Lets everybody else go as far as can be, without any time passing. */
    public void settle() throws InterruptedException {
        sleep(Duration.ofNanos(1));
    }

    /** Whether a thread has ended. */
    public boolean ended(Thread thread) {
        execution.orderAfterEndOf(execution.real(thread));
        return execution.real(thread).getState() == Thread.State.TERMINATED;
    }

    /** Whether a thread waits for something; ask after {@link #settle}. */
    public boolean blocked(Thread thread) {
        var controlled = execution.scheduler().of(execution.real(thread));
        return controlled != null
                && !controlled.ended()
                && !execution.scheduler().isReady(controlled);
    }

    /** Virtual time since the run began. */
    public Duration elapsed() {
        return Duration.ofNanos(execution.elapsed());
    }

    /** A clock that shows virtual time. */
    public Clock clock() {
        return Clock.system(ZoneOffset.UTC);
    }

    /** A value from 0 to {@code options - 1}; all of them are tried. */
    public int choose(int options) {
        return execution.scheduler().choose(Choice.VALUE, options);
    }

    /**
     * What came before earlier calls with the same object comes before what follows, as with a
     * volatile variable.
     */
    public void synchronizeOn(Object object) {
        execution.synchronizeOn(object);
    }

    /**
     * Takes a permit; if everybody is stuck first, that is the fault that is named.
     *
     * @param otherwise what it means that the permit never comes
     */
    public void awaitOr(Semaphore permit, FaultKind kind, Supplier<String> otherwise)
            throws InterruptedException {
        execution
                .expectations()
                .put(Thread.currentThread(), () -> new Finding(kind, otherwise.get()));
        permit.acquire();
        execution.expectations().remove(Thread.currentThread());
    }

    /** The line of the scenario that calls. */
    private String site() {
        return execution.scheduler().running().site();
    }

    Execution execution() {
        return execution;
    }
}
