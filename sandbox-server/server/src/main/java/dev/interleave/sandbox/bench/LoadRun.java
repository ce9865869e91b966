package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.FromMeasurer;
import dev.interleave.measurer.message.FromMeasurer.Held;
import dev.interleave.measurer.message.FromMeasurer.Served;
import dev.interleave.measurer.message.ToMeasurer;
import dev.interleave.sandbox.Comparer.Sweep;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.CurveLint;
import dev.interleave.sandbox.result.CompareResult.Problem;
import dev.interleave.sandbox.result.LoadPoint;
import dev.interleave.sandbox.result.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Versions under load, round after round: each round has a JVM for each version, all of them alive
 * at the same time, and goes through the sweep, up and down in turns; at each n the versions are
 * measured one after the other, so that whatever the machine does hits all of them.
 *
 * <p>Threading: one use, one thread.
 */
final class LoadRun {

    private final Jails jails;
    private final Sweep sweep;
    private final List<Contestant> versions;
    private final List<CurveLint> lints;
    private final LoadPace pace;
    private final Stop stop;
    private final Consumer<CompareEvent> events;
    private final HostUse host = new HostUse();
    private final long begun = System.nanoTime();
    private final List<List<List<LoadPoint>>> rounds = new ArrayList<>();
    private final List<Double> serviceNanos = new ArrayList<>();
    private final List<TaskBytes> taskBytes;
    private long ownNanos;

    LoadRun(
            Jails jails,
            Sweep sweep,
            List<Contestant> versions,
            List<CurveLint> lints,
            LoadPace pace,
            Stop stop,
            Consumer<CompareEvent> events) {
        this.jails = jails;
        this.sweep = sweep;
        this.versions = versions;
        this.lints = lints;
        this.pace = pace;
        this.stop = stop;
        this.events = events;
        this.taskBytes = versions.stream().map(_ -> new TaskBytes()).toList();
    }

    /**
     * Measures.
     *
     * @throws IOException if a JVM could not be started; no version is to blame
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    CompareResult run() throws IOException, VersionFailure {
        double longest = 0;
        for (int round = 1; round <= pace.mostRounds(); round++) {
            double before = seconds();
            if (round > 1 && before + longest > budget()) {
                break;
            }
            List<List<LoadPoint>> measured = round(round);
            if (measured != null) {
                rounds.add(measured);
            }
            longest = Math.max(longest, seconds() - before);
        }
        return new Curves(sweep, rounds, taskBytes.stream().map(TaskBytes::mean).toList())
                .result(
                        serviceNanos,
                        seconds(),
                        host.facts(jails.flags(Fork.spec()), ownNanos, HostUse.weighted(jails)),
                        lints);
    }

    /** The points of each version by n; null if the time was over before. */
    private List<List<LoadPoint>> round(int round) throws IOException, VersionFailure {
        List<Fork> forks = new ArrayList<>();
        try {
            for (int version = 0; version < versions.size(); version++) {
                stop.check();
                Fork fork = Fork.start(jails, Side.LEFT, pace.patience());
                forks.add(fork);
                stop.ends(fork);
            }
            for (int version = 0; version < versions.size(); version++) {
                warmUp(version, forks.get(version));
            }
            List<List<LoadPoint>> measured = sweep(round, forks);
            if (measured != null) {
                hold(forks);
            }
            ownNanos += forks.stream().mapToLong(Fork::cpuNanos).sum();
            return measured;
        } finally {
            for (Fork fork : forks) {
                stop.forget(fork);
                fork.close();
            }
        }
    }

    /** After what is measured, as garbage is collected for it. */
    private void hold(List<Fork> forks) {
        for (int version = 0; version < versions.size(); version++) {
            stop.check();
            TaskBytes told = taskBytes.get(version);
            if (told.wantsMore()) {
                told.add(held(forks.get(version)));
            }
        }
    }

    /** What it measured stays true if its JVM fails over this. */
    private Held held(Fork fork) {
        try {
            return fork.held(sweep.sweep().getLast());
        } catch (VersionFailure e) {
            stop.check();
            return Held.UNKNOWN;
        }
    }

    private void warmUp(int version, Fork fork) throws VersionFailure {
        try {
            Contestant one = versions.get(version);
            fork.serve(new ToMeasurer.Serve(one.classes(), one.entry(), sweep.delay().toNanos()));
            List<Integer> all = sweep.sweep();
            fork.point(new ToMeasurer.Point(all.get(all.size() / 2), pace.leastMillis()));
        } catch (VersionFailure e) {
            throw named(version, e);
        }
    }

    private List<List<LoadPoint>> sweep(int round, List<Fork> forks) throws VersionFailure {
        int sizes = sweep.sweep().size();
        LoadPoint[][] measured = new LoadPoint[versions.size()][sizes];
        for (int step = 0; step < sizes; step++) {
            int size = round % 2 == 1 ? step : sizes - 1 - step;
            for (int turn = 0; turn < versions.size(); turn++) {
                if (seconds() > budget()) {
                    return null;
                }
                int version = (turn + round + step) % versions.size();
                measured[version][size] = point(version, round, size, forks.get(version));
            }
        }
        return List.of(measured).stream().map(List::of).toList();
    }

    private LoadPoint point(int version, int round, int size, Fork fork) throws VersionFailure {
        stop.check();
        int n = sweep.sweep().get(size);
        Served served;
        try {
            served = fork.point(new ToMeasurer.Point(n, pace.millis(sweep.delay())));
        } catch (VersionFailure e) {
            throw named(version, e);
        }
        if (served.serviceNanos() > 0) {
            serviceNanos.add(served.serviceNanos());
        }
        LoadPoint point =
                new LoadPoint(
                        n,
                        served.throughput(),
                        percentile(served, 50.0),
                        percentile(served, 95.0),
                        percentile(served, 99.0),
                        (double) served.unfinished() / served.planned());
        events.accept(new CompareEvent.Point(version, round, point));
        return point;
    }

    private static double percentile(Served served, double rank) {
        return served.percentiles().get(FromMeasurer.RANKS.indexOf(rank));
    }

    /** With the version's name, as there may be more than two. */
    private VersionFailure named(int version, VersionFailure failure) {
        Problem problem = failure.problem();
        String message = versions.get(version).name() + ": " + problem.message();
        return new VersionFailure(version == 0 ? Side.LEFT : Side.RIGHT, message);
    }

    private double budget() {
        return sweep.budget().toNanos() / 1e9;
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
