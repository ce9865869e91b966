package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler.Overrun;
import dev.interleave.wire.FromCompiler.Resource;
import java.time.Duration;

/**
 * Tells the supervisor when a step takes more CPU time than any reasonable one does. Waiting for a
 * session JVM, for a turn or for the garbage collector costs none, so it does not count.
 *
 * <p>Threading: has one of its own.
 */
final class CpuWatch {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Outbox out;
    private final Steps steps;

    CpuWatch(Outbox out, Steps steps) {
        this.out = out;
        this.steps = steps;
    }

    /** Looks again and again until the JVM ends. */
    void start() {
        Thread.ofPlatform().daemon().name("cpu-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                steps.underWay().forEach(this::check);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(Steps.Step step) {
        if (steps.isOver(step) && steps.remove(step)) {
            out.send(new Overrun(step.session(), step.run(), Resource.TIME));
        }
    }
}
