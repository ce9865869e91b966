package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.FromMeasurer.Held;
import dev.interleave.measurer.message.FromMeasurer.Loaded;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareEvent.Iteration;
import dev.interleave.sandbox.result.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Two JVMs that live at the same time and measure in turns, A B B A, so that whatever the machine
 * does hits both. Which is first changes from pair to pair, too: there is a small advantage in it.
 *
 * <p>Threading: one thread.
 */
final class Pair implements AutoCloseable {

    private final int number;
    private final Plan plan;
    private final Stop stop;
    private final Consumer<CompareEvent> events;
    private final Map<Side, Fork> forks = new EnumMap<>(Side.class);
    private final Map<Side, List<Sample>> samples = new EnumMap<>(Side.class);
    private int iterations;
    private Baseline baseline;

    /**
     * @param number from 1
     */
    Pair(int number, Plan plan, Stop stop, Consumer<CompareEvent> events) {
        this.number = number;
        this.plan = plan;
        this.stop = stop;
        this.events = events;
    }

    /**
     * Starts both and lets them call their versions.
     *
     * @throws IOException if a JVM could not be started; no version is to blame
     * @throws CancellationException if it was stopped
     */
    Map<Side, Loaded> start(Jails jails) throws IOException, VersionFailure {
        Map<Side, Loaded> loaded = new EnumMap<>(Side.class);
        for (Side side : order(0)) {
            stop.check();
            Fork fork = Fork.start(jails, side, plan.pace().patience());
            forks.put(side, fork);
            stop.ends(fork);
        }
        for (Side side : order(0)) {
            loaded.put(side, forks.get(side).load(plan.load(side)));
        }
        return loaded;
    }

    /** From now on this one is measured in the same turns, and closed with the pair. */
    void beside(Baseline empty) {
        baseline = empty;
    }

    /** What measuring costs, by iteration; empty if it was not measured. */
    List<Double> baseline() {
        return baseline == null ? List.of() : baseline.nanos();
    }

    /** Which is first in this turn. */
    private List<Side> order(int turn) {
        return (number + turn) % 2 == 1
                ? List.of(Side.LEFT, Side.RIGHT)
                : List.of(Side.RIGHT, Side.LEFT);
    }

    /** Warms both up at the same time, for as long as one of them still becomes faster. */
    void warmUp(BooleanSupplier timeLeft) throws VersionFailure {
        Pace pace = plan.pace();
        Map<Side, List<Double>> nanos = new EnumMap<>(Side.class);
        for (int turn = 0; turn < pace.mostWarmUp() && timeLeft.getAsBoolean(); turn++) {
            if (turn >= pace.leastWarmUp() && nanos.values().stream().allMatch(WarmUp::isOver)) {
                return;
            }
            iterations++;
            for (Side side : order(turn)) {
                ask(side);
            }
            if (baseline != null) {
                baseline.ask();
            }
            for (Side side : order(turn)) {
                double one = take(side, true).nanos();
                nanos.computeIfAbsent(side, _ -> new ArrayList<>()).add(one);
            }
            if (baseline != null) {
                baseline.take(true);
            }
        }
    }

    /** Measures in turns; false if the time was over before. */
    boolean measure(BooleanSupplier timeLeft) throws VersionFailure {
        for (int turn = 0; turn < plan.pace().measured(); turn++) {
            if (!timeLeft.getAsBoolean()) {
                return false;
            }
            iterations++;
            for (Side side : order(turn)) {
                ask(side);
                samples.computeIfAbsent(side, _ -> new ArrayList<>()).add(take(side, false));
            }
            if (baseline != null) {
                baseline.ask();
                baseline.take(false);
            }
        }
        return true;
    }

    private void ask(Side side) throws VersionFailure {
        stop.check();
        forks.get(side).ask(plan.pace().iteration());
    }

    private Sample take(Side side, boolean warmUp) throws VersionFailure {
        Fork.Iteration iteration = forks.get(side).iteration();
        Sample sample =
                Sample.of(iteration, plan.timing().nanosPerCall(iteration.measured().score()));
        events.accept(
                new Iteration(
                        side,
                        number,
                        iterations,
                        warmUp,
                        sample.score(),
                        sample.cpuNanos(),
                        sample.bytes()));
        return sample;
    }

    /**
     * What the tasks of a version hold while they are in flight; what it measured stays true if its
     * JVM fails over this.
     */
    Held held(Side side) {
        stop.check();
        try {
            return forks.get(side).held(plan.n());
        } catch (VersionFailure e) {
            stop.check();
            return Held.UNKNOWN;
        }
    }

    /** What was measured on a side. */
    List<Sample> samples(Side side) {
        return samples.getOrDefault(side, List.of());
    }

    /** Processor time that all used so far. */
    long cpuNanos() {
        long empty = baseline == null ? 0 : baseline.cpuNanos();
        return empty + forks.values().stream().mapToLong(Fork::cpuNanos).sum();
    }

    /** Logarithm of how many times as fast the left version is. */
    double log() {
        return Logs.ofPair(nanos(Side.LEFT), nanos(Side.RIGHT));
    }

    private List<Double> nanos(Side side) {
        return samples(side).stream().map(Sample::nanos).toList();
    }

    @Override
    public void close() {
        for (Fork fork : forks.values()) {
            stop.forget(fork);
            fork.close();
        }
        if (baseline != null) {
            baseline.close();
        }
    }
}
