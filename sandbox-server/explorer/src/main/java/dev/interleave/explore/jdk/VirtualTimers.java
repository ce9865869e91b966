package dev.interleave.explore.jdk;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Stands where the JDK keeps the timers of virtual threads, and hands those of a run to the run.
 */
final class VirtualTimers extends AbstractExecutorService implements ScheduledExecutorService {

    private final ScheduledExecutorService real;
    private final RunHooks hooks;

    VirtualTimers(ScheduledExecutorService real, RunHooks hooks) {
        this.real = real;
        this.hooks = hooks;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        var virtual = hooks.schedule(task, unit.toNanos(delay));
        return virtual != null ? virtual : real.schedule(task, delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return real.schedule(task, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable task, long delay, long period, TimeUnit unit) {
        return real.scheduleAtFixedRate(task, delay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable task, long delay, long pause, TimeUnit unit) {
        return real.scheduleWithFixedDelay(task, delay, pause, unit);
    }

    @Override
    public void execute(Runnable task) {
        real.execute(task);
    }

    @Override
    public void shutdown() {
        real.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return real.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return real.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return real.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return real.awaitTermination(timeout, unit);
    }
}
