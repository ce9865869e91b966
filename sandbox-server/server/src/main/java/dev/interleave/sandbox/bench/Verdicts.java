package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.bench.SequentialRule.Decision;
import dev.interleave.sandbox.result.CompareResult.Host;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.CompareResult.Means;
import dev.interleave.sandbox.result.CompareResult.Summary;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Mean;
import dev.interleave.sandbox.result.Ratio;
import dev.interleave.sandbox.result.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Puts a verdict together from what was measured. */
final class Verdicts {

    /** No call of a method with work in it is as fast as this. */
    private static final double NOTHING_NANOS = 1.0;

    /** Of the error bars that JMH prints. */
    private static final double JMH_ALPHA = 0.001;

    private final Plan plan;
    private final List<Double> logs;
    private final Map<Side, List<List<Sample>>> samples;
    private final Map<Side, TaskBytes> taskBytes;
    private final List<Double> empty;
    private final List<Lint> lints;

    /**
     * @param samples of each side, a list for each JVM
     * @param empty nanoseconds that calls took which did nothing; empty if not measured
     */
    Verdicts(
            Plan plan,
            List<Double> logs,
            Map<Side, List<List<Sample>>> samples,
            Map<Side, TaskBytes> taskBytes,
            List<Double> empty,
            List<Lint> lints) {
        this.plan = plan;
        this.logs = logs;
        this.samples = samples;
        this.taskBytes = taskBytes;
        this.empty = empty;
        this.lints = lints;
    }

    Verdict verdict(Decision decision, double seconds, Host host) {
        Ratio ratio =
                logs.isEmpty()
                        ? new Ratio(1, 0, Double.POSITIVE_INFINITY)
                        : SequentialRule.interval(logs).ratio();
        List<Lint> all = new ArrayList<>(lints);
        for (Side side : Side.values()) {
            nothing(side, all);
            Omission.lint(side, summary(side).percentiles()).ifPresent(all::add);
            cost().ifPresent(cost -> all.add(cost.lint(side, nanos(side))));
        }
        return new Verdict(
                decision.claim(),
                decision.equivalent(),
                ratio,
                logs.stream().map(Math::exp).toList(),
                SequentialRule.CONFIDENCE,
                logs.size(),
                seconds,
                plan.timing().unit(),
                summary(Side.LEFT),
                summary(Side.RIGHT),
                host,
                all,
                new Wording(plan, decision, ratio, logs.size()).sentence() + warning(decision));
    }

    private Optional<MeasuringCost> cost() {
        return empty.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeasuringCost(Logs.median(empty)));
    }

    private String warning(Decision decision) {
        return switch (decision.claim()) {
            case LEFT_FASTER, RIGHT_FASTER ->
                    cost().map(cost -> cost.warning(nanos(Side.LEFT), nanos(Side.RIGHT)))
                            .orElse("");
            case NO_DIFFERENCE_SHOWN, TOO_NOISY -> "";
        };
    }

    private double nanos(Side side) {
        return median(samples.get(side).stream().flatMap(List::stream).toList(), Sample::nanos);
    }

    private void nothing(Side side, List<Lint> all) {
        List<Sample> every = samples.get(side).stream().flatMap(List::stream).toList();
        if (!every.isEmpty() && median(every, Sample::nanos) < NOTHING_NANOS) {
            all.add(
                    new Lint(
                            side,
                            "nothing-measured",
                            0,
                            "A call takes less than a nanosecond: the JIT has removed the work, or"
                                    + " computed it once and for all. Let the result depend on it,"
                                    + " and on something that the JIT does not know."));
        }
    }

    private Summary summary(Side side) {
        List<List<Sample>> forks = samples.get(side);
        List<Sample> every = forks.stream().flatMap(List::stream).toList();
        String name = plan.contestants().get(side).name();
        Means means = means(forks, taskBytes.get(side).mean());
        if (every.isEmpty()) {
            return new Summary(name, 0, 0, List.of(), List.of(), 0, 0, 0, Map.of(), means);
        }
        return new Summary(
                name,
                median(every, Sample::score),
                error(every),
                forks.stream().map(fork -> median(fork, Sample::score)).toList(),
                forks.stream().map(fork -> fork.stream().map(Sample::score).toList()).toList(),
                median(every, Sample::cpuNanos),
                median(every, Sample::bytes),
                every.stream().mapToInt(Sample::threads).max().orElseThrow(),
                percentiles(every),
                means);
    }

    private static Means means(List<List<Sample>> forks, Mean memoryPerTask) {
        List<List<Sample>> whole = forks.stream().filter(fork -> !fork.isEmpty()).toList();
        Map<Double, Mean> percentiles = new TreeMap<>();
        for (double rank : ranks(whole)) {
            percentiles.put(rank, medians(whole, one -> percentile(one, rank)));
        }
        return new Means(
                medians(whole, Sample::score),
                whole.stream().flatMap(List::stream).anyMatch(one -> one.cpuNanos() > 0)
                        ? medians(whole, Sample::cpuNanos)
                        : Mean.UNKNOWN,
                medians(whole, Sample::bytes),
                Interval.ofJvms(
                        whole.stream()
                                .map(fork -> fork.stream().mapToDouble(Sample::threads).max())
                                .map(OptionalDouble::getAsDouble)
                                .toList()),
                memoryPerTask,
                percentiles);
    }

    /** The mean of the medians of the JVMs' iterations. */
    private static Mean medians(List<List<Sample>> forks, ToDoubleFunction<Sample> value) {
        return Interval.ofJvms(forks.stream().map(fork -> median(fork, value)).toList());
    }

    private static Set<Double> ranks(List<List<Sample>> forks) {
        return forks.isEmpty() ? Set.of() : forks.getFirst().getFirst().percentiles().keySet();
    }

    private static double percentile(Sample sample, double rank) {
        return sample.percentiles().getOrDefault(rank, 0.0);
    }

    private static double error(List<Sample> every) {
        if (every.size() < 2) {
            return 0;
        }
        List<Double> scores = every.stream().map(Sample::score).toList();
        Interval bars = Interval.of(scores, Interval.student(scores.size(), JMH_ALPHA));
        return bars.width() / 2;
    }

    private static Map<Double, Double> percentiles(List<Sample> every) {
        Map<Double, Double> medians = new TreeMap<>();
        for (Double rank : every.getFirst().percentiles().keySet()) {
            medians.put(rank, median(every, one -> percentile(one, rank)));
        }
        return medians;
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return Logs.median(samples.stream().map(value::applyAsDouble).toList());
    }
}
