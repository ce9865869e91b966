package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.Comparer.Sweep;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Crossing;
import dev.interleave.sandbox.result.CompareResult.Curve;
import dev.interleave.sandbox.result.CompareResult.CurveLint;
import dev.interleave.sandbox.result.CompareResult.CurvePoint;
import dev.interleave.sandbox.result.CompareResult.Host;
import dev.interleave.sandbox.result.LoadPoint;
import dev.interleave.sandbox.result.Mean;
import dev.interleave.sandbox.result.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Puts curves together from what was measured.
 *
 * @param rounds points by version and n
 * @param memoryPerTask by version
 */
record Curves(Sweep sweep, List<List<List<LoadPoint>>> rounds, List<Mean> memoryPerTask) {

    /** Of each interval. */
    private static final double ALPHA = 0.01;

    /** Below it, no logarithm is taken. */
    private static final double LEAST = 1e-3;

    CompareResult result(
            List<Double> serviceNanos, double seconds, Host host, List<CurveLint> lints) {
        List<Curve> curves =
                IntStream.range(0, sweep.versions().size()).mapToObj(this::curve).toList();
        List<Crossing> crossings = Crossings.of(rounds, ALPHA);
        double service = serviceNanos.isEmpty() ? 0 : Logs.median(serviceNanos) / 1e6;
        return new CompareResult.Curves(
                sweep.delay().toNanos() / 1e6,
                service,
                rounds.size(),
                seconds,
                curves,
                crossings,
                host,
                lints,
                message(curves, crossings));
    }

    private Curve curve(int version) {
        List<List<LoadPoint>> mine = rounds.stream().map(round -> round.get(version)).toList();
        List<CurvePoint> points = new ArrayList<>();
        for (int size = 0; size < sweep.sweep().size() && !mine.isEmpty(); size++) {
            int place = size;
            List<LoadPoint> raw = mine.stream().map(round -> round.get(place)).toList();
            points.add(
                    new CurvePoint(
                            sweep.sweep().get(size),
                            mean(raw, LoadPoint::throughput),
                            mean(raw, LoadPoint::p50),
                            mean(raw, LoadPoint::p95),
                            mean(raw, LoadPoint::p99),
                            raw));
        }
        return new Curve(
                sweep.versions().get(version).name(),
                points,
                knee(mine),
                memoryPerTask.get(version));
    }

    private Ratio knee(List<List<LoadPoint>> mine) {
        double delay = sweep.delay().toNanos() / 1e9;
        List<Double> knees = mine.stream().map(round -> Knee.of(round, delay)).toList();
        return knees.isEmpty() || knees.stream().anyMatch(knee -> knee.isNaN())
                ? null
                : interval(knees.stream().map(Math::log).toList());
    }

    private static Ratio mean(List<LoadPoint> raw, ToDoubleFunction<LoadPoint> value) {
        return interval(
                raw.stream()
                        .map(one -> Math.log(Math.max(LEAST, value.applyAsDouble(one))))
                        .toList());
    }

    private static Ratio interval(List<Double> logs) {
        double student = logs.size() < 2 ? 0 : Interval.student(logs.size(), ALPHA);
        return Interval.of(logs, student).ratio();
    }

    private String message(List<Curve> curves, List<Crossing> crossings) {
        if (rounds.isEmpty()) {
            return "Too short to tell: the sweep was not measured once in "
                    + sweep.budget().toSeconds()
                    + " s.";
        }
        List<String> sentences = new ArrayList<>();
        for (Curve curve : curves) {
            sentences.add(levels(curve));
        }
        for (Crossing crossing : crossings) {
            sentences.add(
                    "From n = %s on, %s answers 95 %% of requests faster than %s, by more than a tenth."
                            .formatted(
                                    text(crossing.n()),
                                    curves.get(crossing.faster()).name(),
                                    curves.get(crossing.slower()).name()));
        }
        if (crossings.isEmpty() && curves.size() > 1) {
            sentences.add(
                    "From which n on one of them answers faster than another one cannot be told.");
        }
        return String.join(" ", sentences);
    }

    private String levels(Curve curve) {
        int most = sweep.sweep().getLast();
        return curve.knee() == null
                ? "%s keeps up with all requests up to n = %d, as far as every round shows."
                        .formatted(curve.name(), most)
                : "%s levels off at n = %s, %s answers a second."
                        .formatted(
                                curve.name(),
                                text(curve.knee()),
                                number(curve.knee().value() / (sweep.delay().toNanos() / 1e9)));
    }

    private static String text(Ratio value) {
        return Double.isFinite(value.high())
                ? "%s (%s to %s)"
                        .formatted(number(value.value()), number(value.low()), number(value.high()))
                : number(value.value());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.1f", value);
    }
}
