package dev.interleave.explore.runtime;

import dev.interleave.explore.monitor.Waiter;
import dev.interleave.explore.schedule.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What woven code calls instead of the methods of Thread and LockSupport. Outside of a run they do
 * what those do.
 */
public final class ThreadHooks {

    private ThreadHooks() {}

    public static void start(Thread thread, String site) {
        var execution = Execution.here();
        if (execution != null) execution.scheduler().point(site);
        if (execution == null || thread.isVirtual()) thread.start();
        else execution.stand(thread).start();
    }

    /** Who calls run() for start() runs the task itself. */
    public static void run(Thread thread, String site) {
        var execution = Execution.here();
        if (execution == null) {
            thread.run();
            return;
        }
        execution.scheduler().point(site);
        execution.runDirectly(thread);
    }

    public static void join(Thread thread, String site) throws InterruptedException {
        joinFor(thread, 0, site);
    }

    public static void join(Thread thread, long millis, String site) throws InterruptedException {
        joinFor(thread, TimeUnit.MILLISECONDS.toNanos(millis), site);
    }

    public static boolean join(Thread thread, Duration timeout, String site)
            throws InterruptedException {
        if (timeout.isPositive()) joinFor(thread, TimeUnit.NANOSECONDS.convert(timeout), site);
        return !isAlive(thread, site);
    }

    public static void timedJoin(TimeUnit unit, Thread thread, long timeout, String site)
            throws InterruptedException {
        if (timeout > 0) joinFor(thread, unit.toNanos(timeout), site);
    }

    /**
     * Waits for the end of a thread, for ever if {@code nanos} is 0; what it did comes before what
     * follows.
     */
    static void joinFor(Thread thread, long nanos, String site) throws InterruptedException {
        var execution = Execution.here();
        if (execution == null) {
            if (nanos == 0) thread.join();
            else thread.join(Duration.ofNanos(nanos));
            return;
        }
        var real = execution.real(thread);
        ParkHooks.begin(execution, real, site);
        try {
            if (nanos == 0) real.join();
            else real.join(Duration.ofNanos(nanos));
        } finally {
            LibraryHooks.after(real);
            execution.orderAfterEndOf(real);
        }
    }

    public static boolean isAlive(Thread thread, String site) {
        var execution = Execution.here();
        if (execution == null) return thread.isAlive();
        execution.scheduler().point(site);
        var real = execution.real(thread);
        execution.orderAfterEndOf(real);
        return real.isAlive();
    }

    public static Thread.State getState(Thread thread, String site) {
        var execution = Execution.here();
        if (execution == null) return thread.getState();
        execution.scheduler().point(site);
        var real = execution.real(thread);
        execution.orderAfterEndOf(real);
        return execution.stateOf(real);
    }

    public static void interrupt(Thread thread, String site) {
        var execution = Execution.here();
        if (execution == null) {
            thread.interrupt();
            return;
        }
        execution.scheduler().point(site);
        var real = execution.real(thread);
        execution
                .order()
                .release(execution.scheduler().running().id(), execution.shadow(real).clock());
        real.interrupt();
    }

    public static boolean isInterrupted(Thread thread, String site) {
        var execution = Execution.here();
        if (execution == null) return thread.isInterrupted();
        execution.scheduler().point(site);
        var real = execution.real(thread);
        execution
                .order()
                .acquire(execution.scheduler().running().id(), execution.shadow(real).clock());
        return real.isInterrupted();
    }

    public static boolean interrupted(String site) {
        var execution = Execution.here();
        if (execution == null) return Thread.interrupted();
        execution.scheduler().point(site);
        execution.orderAfterInterrupt();
        return Thread.interrupted();
    }

    public static Thread currentThread() {
        var execution = Execution.here();
        return execution == null ? Thread.currentThread() : execution.shown(Thread.currentThread());
    }

    /** Its number in the run, so that it is the same in every replay. */
    public static long threadId(Thread thread) {
        var execution = Execution.here();
        var controlled =
                execution == null ? null : execution.scheduler().of(execution.real(thread));
        return controlled == null ? thread.threadId() : controlled.id() + 1;
    }

    /** What the submission hears; see {@link Appearances}. */
    public static boolean isVirtual(Thread thread) {
        var execution = Execution.here();
        return execution == null ? thread.isVirtual() : execution.appearances().isVirtual(thread);
    }

    /** A virtual thread is always one. */
    public static boolean isDaemon(Thread thread) {
        var execution = Execution.here();
        if (execution == null || !execution.real(thread).isVirtual()) return thread.isDaemon();
        return execution.appearances().isVirtual(thread);
    }

    public static int identityHashCode(Object object) {
        var execution = Execution.here();
        return execution == null
                ? System.identityHashCode(object)
                : execution.appearances().identityHashCode(object);
    }

    public static void setDaemon(Thread thread, boolean daemon) {
        if (!thread.isVirtual()) thread.setDaemon(daemon);
    }

    public static void setName(Thread thread, String name) {
        thread.setName(name);
        var execution = Execution.here();
        var controlled =
                execution == null ? null : execution.scheduler().of(execution.real(thread));
        if (controlled != null) controlled.rename(name);
    }

    public static void sleep(long millis, String site) throws InterruptedException {
        sleep(Duration.ofMillis(millis), Timer.Kind.SLEEP, site);
    }

    public static void sleep(long millis, int nanos, String site) throws InterruptedException {
        sleep(Duration.ofMillis(millis).plusNanos(nanos), Timer.Kind.SLEEP, site);
    }

    public static void sleep(Duration duration, String site) throws InterruptedException {
        sleep(duration, Timer.Kind.SLEEP, site);
    }

    public static void sleep(TimeUnit unit, long timeout, String site) throws InterruptedException {
        sleep(Duration.ofNanos(unit.toNanos(timeout)), Timer.Kind.SLEEP, site);
    }

    public static void sleepLazily(long millis, String site) throws InterruptedException {
        sleep(Duration.ofMillis(millis), Timer.Kind.LAZY, site);
    }

    public static void sleepLazily(long millis, int nanos, String site)
            throws InterruptedException {
        sleep(Duration.ofMillis(millis).plusNanos(nanos), Timer.Kind.LAZY, site);
    }

    public static void sleepLazily(Duration duration, String site) throws InterruptedException {
        sleep(duration, Timer.Kind.LAZY, site);
    }

    public static void sleepLazily(TimeUnit unit, long timeout, String site)
            throws InterruptedException {
        sleep(Duration.ofNanos(unit.toNanos(timeout)), Timer.Kind.LAZY, site);
    }

    /** Sleeps in virtual time. */
    public static void sleep(Duration duration, Timer.Kind kind, String site)
            throws InterruptedException {
        var execution = Execution.here();
        if (execution == null) {
            Thread.sleep(duration);
            return;
        }
        execution.scheduler().point(site);
        var nanos = duration.toNanos();
        if (nanos <= 0) return;
        var self = Thread.currentThread();
        if (Thread.interrupted()) throw new InterruptedException();
        // Not Thread.sleep: it would end at the next unpark, because each step takes a little
        // virtual time.
        var over = new boolean[1];
        var timer =
                execution
                        .scheduler()
                        .timers()
                        .after(
                                nanos,
                                kind,
                                () -> {
                                    over[0] = true;
                                    LockSupport.unpark(self);
                                });
        var unparked = false;
        while (!over[0]) {
            LockSupport.park();
            execution.scheduler().stopIfOver();
            unparked |= !over[0];
            if (!Thread.interrupted()) continue;
            timer.cancel(false);
            execution.orderAfterInterrupt();
            throw new InterruptedException();
        }
        if (unparked) LockSupport.unpark(self);
    }

    public static void yield(String site) {
        var execution = Execution.here();
        if (execution == null) {
            Thread.yield();
            return;
        }
        execution.scheduler().point(site);
        execution.scheduler().rotate();
    }

    public static void onSpinWait(String site) {
        ThreadHooks.yield(site);
    }

    public static Thread create(Runnable task) {
        var execution = Execution.here();
        return execution == null
                ? new Thread(task)
                : execution.created(Thread.ofVirtual().unstarted(orNothing(task)), task);
    }

    public static Thread create(Runnable task, String name) {
        var execution = Execution.here();
        return execution == null
                ? new Thread(task, name)
                : execution.created(Thread.ofVirtual().name(name).unstarted(orNothing(task)), task);
    }

    public static Thread create() {
        return create((Runnable) null);
    }

    public static Thread create(String name) {
        return create(null, name);
    }

    public static Thread create(ThreadGroup group, Runnable task) {
        return create(task);
    }

    public static Thread create(ThreadGroup group, Runnable task, String name) {
        return create(task, name);
    }

    private static Runnable orNothing(Runnable task) {
        return task == null ? () -> {} : task;
    }

    public static void unpark(Thread thread, String site) {
        var execution = Execution.here();
        if (execution == null || thread == null) {
            LockSupport.unpark(thread);
            return;
        }
        execution.scheduler().point(site);
        var real = execution.real(thread);
        var self = execution.scheduler().running();
        execution.order().release(self.id(), execution.shadow(real).clock());
        var target = execution.scheduler().of(real);
        var waits = target != null && !execution.scheduler().isReady(target) && target != self;
        MonitorHooks.remember(execution, execution.shadow(real), site, waits ? target : null);
        if (target != null && target.blockedOn() instanceof Waiter) target.keepPermit();
        else LockSupport.unpark(real);
    }
}
