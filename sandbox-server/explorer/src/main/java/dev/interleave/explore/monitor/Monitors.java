package dev.interleave.explore.monitor;

import dev.interleave.explore.schedule.Choice;
import dev.interleave.explore.schedule.ControlledThread;
import dev.interleave.explore.schedule.Environment;
import dev.interleave.explore.schedule.Scheduler;
import dev.interleave.explore.schedule.Timer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Monitors, wait and notify as Java specifies them, with every freedom it leaves left to the
 * strategy: who enters next, whom a notify wakes, spurious wake-ups.
 *
 * <p>Threading: used by the one thread of a run that has the turn.
 */
public final class Monitors implements Environment {

    private final Scheduler scheduler;
    private final List<Waiter> waiters = new ArrayList<>();
    private int spuriousLeft;

    public Monitors(Scheduler scheduler, int spurious) {
        this.scheduler = scheduler;
        this.spuriousLeft = spurious;
    }

    /** The running thread enters, {@code times} at once; it waits until the monitor is free. */
    public void enter(Monitor monitor, int times) {
        var thread = scheduler.running();
        awaitFree(monitor);
        if (monitor.owner == null) monitor.enteredAt = thread.site();
        monitor.owner = thread;
        monitor.holds += times;
    }

    /** Waits until nobody else holds the monitor. */
    public void awaitFree(Monitor monitor) {
        var thread = scheduler.running();
        var interrupted = false;
        while (monitor.owner != null && monitor.owner != thread) {
            var waiter = new Waiter(thread, monitor, false);
            monitor.entering.add(waiter);
            thread.blockedOn(waiter);
            interrupted |= parkUntilCalled(waiter, false);
            monitor.entering.remove(waiter);
            thread.blockedOn(null);
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /** The running thread leaves; false if it did not hold the monitor. */
    public boolean exit(Monitor monitor) {
        if (monitor.owner != scheduler.running()) return false;
        if (--monitor.holds == 0) release(monitor);
        return true;
    }

    private void release(Monitor monitor) {
        var thread = scheduler.running();
        monitor.lastRelease = new Monitor.Release(thread, thread.site());
        monitor.owner = null;
        monitor.holds = 0;
        for (var waiter : List.copyOf(monitor.entering)) wake(waiter, Waiter.Cause.NOTIFIED);
    }

    /**
     * Waits in a monitor that the running thread holds.
     *
     * @param nanos 0 for no time-out
     */
    public void await(Monitor monitor, long nanos) throws InterruptedException {
        var thread = scheduler.running();
        if (Thread.interrupted()) throw new InterruptedException();
        var waiter = new Waiter(thread, monitor, true);
        var holds = monitor.holds;
        release(monitor);
        monitor.waiting.add(waiter);
        waiters.add(waiter);
        thread.blockedOn(waiter);
        var timer =
                nanos == 0
                        ? null
                        : scheduler
                                .timers()
                                .after(
                                        nanos,
                                        Timer.Kind.WAIT,
                                        () -> wake(waiter, Waiter.Cause.TIMED_OUT));
        var interrupted = parkUntilCalled(waiter, true);
        if (timer != null) scheduler.timers().remove(timer);
        monitor.waiting.remove(waiter);
        waiters.remove(waiter);
        thread.blockedOn(null);
        enter(monitor, holds);
        if (!interrupted) return;
        if (waiter.cause != Waiter.Cause.NOTIFIED) throw new InterruptedException();
        Thread.currentThread().interrupt();
    }

    /** Parks until the waiter has a cause to go on; tells whether it was interrupted meanwhile. */
    private boolean parkUntilCalled(Waiter waiter, boolean untilInterrupted) {
        var interrupted = false;
        while (waiter.cause == Waiter.Cause.NONE) {
            LockSupport.park();
            scheduler.stopIfOver();
            var interruptedNow = Thread.interrupted();
            if (waiter.cause == Waiter.Cause.NONE && !interruptedNow) waiter.thread().keepPermit();
            interrupted |= interruptedNow;
            if (interrupted && untilInterrupted) break;
        }
        if (waiter.thread().takePermit()) LockSupport.unpark(Thread.currentThread());
        return interrupted;
    }

    /** Wakes one of those who wait in the monitor; returns who it is, or null if nobody waits. */
    public ControlledThread signal(Monitor monitor) {
        var candidates =
                monitor.waiting.stream()
                        .filter(waiter -> waiter.cause == Waiter.Cause.NONE)
                        .toList();
        if (candidates.isEmpty()) return null;
        var waiter = candidates.get(scheduler.choose(Choice.WAKE, candidates.size()));
        wake(waiter, Waiter.Cause.NOTIFIED);
        return waiter.thread();
    }

    /** Wakes all who wait in the monitor; returns one of them, or null if nobody waits. */
    public ControlledThread signalAll(Monitor monitor) {
        ControlledThread woken = null;
        for (var waiter : List.copyOf(monitor.waiting)) {
            if (waiter.cause != Waiter.Cause.NONE) continue;
            wake(waiter, Waiter.Cause.NOTIFIED);
            woken = waiter.thread();
        }
        return woken;
    }

    private static void wake(Waiter waiter, Waiter.Cause cause) {
        if (waiter.cause != Waiter.Cause.NONE) return;
        waiter.cause = cause;
        LockSupport.unpark(waiter.thread().thread());
    }

    /** Whether a park of the running thread returns at once for no reason. */
    public boolean parkReturnsAtOnce() {
        if (spuriousLeft == 0 || scheduler.choose(Choice.SPURIOUS, 2) == 0) return false;
        spuriousLeft--;
        return true;
    }

    /** One option for each thread that a spurious wake-up could meet now. */
    @Override
    public int options() {
        return spuriousLeft == 0
                ? 0
                : (int) waiters.stream().filter(w -> w.cause == Waiter.Cause.NONE).count();
    }

    @Override
    public void act(int option) {
        spuriousLeft--;
        waiters.stream()
                .filter(waiter -> waiter.cause == Waiter.Cause.NONE)
                .sorted(Comparator.comparingInt(waiter -> waiter.thread().id()))
                .skip(option)
                .findFirst()
                .ifPresent(waiter -> wake(waiter, Waiter.Cause.SPURIOUS));
    }
}
