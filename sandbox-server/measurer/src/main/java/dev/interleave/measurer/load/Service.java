package dev.interleave.measurer.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * The simulated service: it answers any number of callers at a time, each after the same delay.
 *
 * <p>Threading: any thread may call anything.
 */
final class Service implements AutoCloseable {

    private final long delayNanos;
    private final LongAdder calls = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(
                    1, task -> Thread.ofPlatform().daemon().name("service").unstarted(task));

    /** Null unless nobody is answered until it completes. */
    private volatile CompletableFuture<Void> gate;

    Service(long delayNanos) {
        this.delayNanos = delayNanos;
    }

    long delayNanos() {
        return delayNanos;
    }

    /** From now on nobody is answered. */
    void shut() {
        gate = new CompletableFuture<>();
    }

    /** Answers all who waited for it since it was shut, and serves as before. */
    void open() {
        CompletableFuture<Void> shut = gate;
        gate = null;
        shut.complete(null);
    }

    /** Blocks its caller; not at all once nobody wants to know any more. */
    void call(BooleanSupplier over) {
        if (over.getAsBoolean()) {
            return;
        }
        CompletableFuture<Void> shut = gate;
        if (shut != null) {
            shut.join();
            return;
        }
        long begun = System.nanoTime();
        try {
            TimeUnit.NANOSECONDS.sleep(delayNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answered(begun);
    }

    CompletableFuture<Void> callAsync(BooleanSupplier over) {
        if (over.getAsBoolean()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> shut = gate;
        if (shut != null) {
            return shut.thenRunAsync(() -> {}, clock);
        }
        CompletableFuture<Void> answer = new CompletableFuture<>();
        long begun = System.nanoTime();
        clock.schedule(
                () -> {
                    answered(begun);
                    answer.complete(null);
                },
                delayNanos,
                TimeUnit.NANOSECONDS);
        return answer;
    }

    private void answered(long begun) {
        nanos.add(System.nanoTime() - begun);
        calls.increment();
    }

    /** How long an answer took on average since this was last asked; 0 if there was none. */
    double meanNanos() {
        long count = calls.sumThenReset();
        long sum = nanos.sumThenReset();
        return count == 0 ? 0 : (double) sum / count;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
