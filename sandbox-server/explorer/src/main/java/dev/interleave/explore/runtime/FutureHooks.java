package dev.interleave.explore.runtime;

import dev.interleave.explore.schedule.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What woven code calls where CompletableFuture would use the common pool, which cannot be
 * controlled.
 */
public final class FutureHooks {

    private FutureHooks() {}

    /** Takes the common pool's place: a virtual thread for each task. */
    public static Executor executor() {
        return Execution.here() == null
                ? ForkJoinPool.commonPool()
                : task -> Thread.ofVirtual().start(task);
    }

    public static <T> Executor defaultExecutor(CompletableFuture<T> future) {
        return executor();
    }

    public static <T> CompletableFuture<T> orTimeout(
            CompletableFuture<T> future, long timeout, TimeUnit unit) {
        if (Execution.here() == null) return future.orTimeout(timeout, unit);
        return atTimeout(
                future, timeout, unit, () -> future.completeExceptionally(new TimeoutException()));
    }

    public static <T> CompletableFuture<T> completeOnTimeout(
            CompletableFuture<T> future, Object value, long timeout, TimeUnit unit) {
        @SuppressWarnings("unchecked")
        var typed = (T) value;
        if (Execution.here() == null) return future.completeOnTimeout(typed, timeout, unit);
        return atTimeout(future, timeout, unit, () -> future.complete(typed));
    }

    private static <T> CompletableFuture<T> atTimeout(
            CompletableFuture<T> future, long timeout, TimeUnit unit, Runnable action) {
        if (future.isDone()) return future;
        var execution = Execution.here();
        var timer = after(execution, unit.toNanos(timeout), action);
        future.whenComplete((_, _) -> timer.cancel(false));
        return future;
    }

    public static Executor delayedExecutor(long delay, TimeUnit unit) {
        return delayedExecutor(delay, unit, executor());
    }

    public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
        var execution = Execution.here();
        if (execution == null) return CompletableFuture.delayedExecutor(delay, unit, executor);
        return task -> after(execution, unit.toNanos(delay), () -> executor.execute(task));
    }

    private static Timer after(Execution execution, long nanos, Runnable action) {
        return execution
                .scheduler()
                .timers()
                .after(nanos, Timer.Kind.WAIT, () -> execution.scheduler().start("timer", action));
    }
}
