package dev.interleave.explore.runtime;

import dev.interleave.explore.monitor.Monitor;
import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.schedule.ControlledThread;
import dev.interleave.explore.schedule.Sites;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What woven code calls instead of using monitors. Outside of a run one thread runs alone, and
 * nothing happens.
 */
public final class MonitorHooks {

    private static final long NANOS_A_MILLI = 1_000_000;

    private MonitorHooks() {}

    public static void enter(Object object, String site) {
        if (object == null) throw new NullPointerException("synchronized on null");
        var execution = Execution.here();
        if (execution == null) return;
        execution.scheduler().point(site);
        var shadow = execution.shadow(object);
        execution.monitors().enter(shadow.monitor(), 1);
        execution.order().acquire(execution.scheduler().running().id(), shadow.clock());
    }

    public static void exit(Object object) {
        var execution = Execution.here();
        if (execution == null) return;
        var shadow = execution.shadow(object);
        requireOwner(execution, shadow.monitor());
        execution.order().release(execution.scheduler().running().id(), shadow.clock());
        execution.monitors().exit(shadow.monitor());
    }

    public static boolean holdsLock(Object object) {
        var execution = Execution.here();
        return execution != null
                && execution.shadow(object).monitor().owner() == execution.scheduler().running();
    }

    public static void wait(Object object, String site) throws InterruptedException {
        await(object, 0, site);
    }

    public static void wait(Object object, long millis, String site) throws InterruptedException {
        if (millis < 0) throw new IllegalArgumentException("timeout value is negative");
        await(object, TimeUnit.MILLISECONDS.toNanos(millis), site);
    }

    public static void wait(Object object, long millis, int nanos, String site)
            throws InterruptedException {
        if (millis < 0) throw new IllegalArgumentException("timeout value is negative");
        await(object, millis * NANOS_A_MILLI + nanos, site);
    }

    public static void timedWait(TimeUnit unit, Object object, long timeout, String site)
            throws InterruptedException {
        if (timeout > 0) await(object, unit.toNanos(timeout), site);
    }

    private static void await(Object object, long nanos, String site) throws InterruptedException {
        var execution = Execution.here();
        if (execution == null) throw new IllegalStateException("wait() outside of a run");
        var shadow = execution.shadow(object);
        requireOwner(execution, shadow.monitor());
        execution.scheduler().point(site);
        var thread = execution.scheduler().running();
        execution.order().release(thread.id(), shadow.clock());
        try {
            execution.monitors().await(shadow.monitor(), nanos);
        } finally {
            execution.order().acquire(thread.id(), shadow.clock());
            execution.orderAfterInterrupt();
        }
    }

    public static void notify(Object object, String site) {
        signal(object, site, false);
    }

    public static void notifyAll(Object object, String site) {
        signal(object, site, true);
    }

    private static void signal(Object object, String site, boolean all) {
        var execution = Execution.here();
        if (execution == null) return;
        var shadow = execution.shadow(object);
        var monitor = shadow.monitor();
        requireOwner(execution, monitor);
        execution.scheduler().point(site);
        var woken =
                all
                        ? execution.monitors().signalAll(monitor)
                        : execution.monitors().signal(monitor);
        remember(execution, shadow, site, woken);
    }

    static void remember(Execution execution, Shadow shadow, String site, ControlledThread woken) {
        var thread = execution.scheduler().running();
        execution.scheduler().changed();
        shadow.lastSignal =
                new Evidence.Signal(
                        thread.name(),
                        Sites.place(site),
                        Optional.ofNullable(woken).map(ControlledThread::name));
    }

    private static void requireOwner(Execution execution, Monitor monitor) {
        if (monitor.owner() != execution.scheduler().running()) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
    }
}
