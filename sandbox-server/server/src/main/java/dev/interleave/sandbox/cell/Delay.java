package dev.interleave.sandbox.cell;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does something after a while, one thing after the other, until it is cancelled.
 *
 * <p>Threading: any thread may call anything; what is done is done in a thread of its own.
 */
final class Delay {

    private final Services services;
    private Future<?> next;
    private boolean cancelled;

    Delay(Services services) {
        this.services = services;
    }

    synchronized void after(long nanos, Runnable task) {
        if (!cancelled) {
            next =
                    services.clock()
                            .schedule(
                                    () -> services.executor().execute(task),
                                    nanos,
                                    TimeUnit.NANOSECONDS);
        }
    }

    synchronized void cancel() {
        cancelled = true;
        next.cancel(false);
    }
}
