package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.Entry;
import dev.interleave.measurer.message.ToMeasurer;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A version that does nothing, measured in the turns of a pair: what measuring itself costs. If its
 * JVM fails, nothing is known of that, and the pair goes on.
 *
 * <p>Threading: one thread.
 */
final class Baseline implements AutoCloseable {

    private final Fork fork;
    private final Plan plan;
    private final Stop stop;
    private final List<Double> nanos = new ArrayList<>();
    private boolean lost;

    private Baseline(Fork fork, Plan plan, Stop stop) {
        this.fork = fork;
        this.plan = plan;
        this.stop = stop;
    }

    /**
     * Starts its JVM.
     *
     * @throws IOException if it could not be started
     * @throws CancellationException if the comparison was stopped
     */
    static Baseline start(Jails jails, Plan plan, Stop stop) throws IOException {
        stop.check();
        // The side is told only when it fails, and then nobody hears of it.
        Fork fork = Fork.start(jails, Side.LEFT, plan.pace().patience());
        stop.ends(fork);
        Baseline baseline = new Baseline(fork, plan, stop);
        int millis = (int) plan.pace().iteration().toMillis();
        var load = new ToMeasurer.Load(List.of(), Entry.EMPTY, plan.timing(), plan.n(), millis);
        try {
            baseline.attempt(() -> fork.load(load));
            return baseline;
        } catch (CancellationException e) {
            baseline.close();
            throw e;
        }
    }

    /** Asks for an iteration; {@link #take} waits for it. */
    void ask() {
        attempt(() -> fork.ask(plan.pace().iteration()));
    }

    void take(boolean warmUp) {
        attempt(
                () -> {
                    double score = fork.iteration().measured().score();
                    if (!warmUp) {
                        nanos.add(plan.timing().nanosPerCall(score));
                    }
                });
    }

    /** Nanoseconds a call, of each iteration that counts. */
    List<Double> nanos() {
        return lost ? List.of() : List.copyOf(nanos);
    }

    /** Processor time that it used so far. */
    long cpuNanos() {
        return fork.cpuNanos();
    }

    /** Something that its JVM does. */
    @FunctionalInterface
    private interface Step {
        void run() throws VersionFailure;
    }

    private void attempt(Step step) {
        if (lost) {
            return;
        }
        try {
            step.run();
        } catch (VersionFailure e) {
            stop.check();
            lost = true;
        }
    }

    @Override
    public void close() {
        stop.forget(fork);
        fork.close();
    }
}
