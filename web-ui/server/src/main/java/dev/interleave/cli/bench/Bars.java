package dev.interleave.cli.bench;

import dev.interleave.sandbox.result.CompareResult.Summary;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What others would claim of the same data: by JMH's error bars, and by a bootstrap of JVMs. */
final class Bars {

    private static final int RESAMPLES = 2000;

    /** Of the bootstrap's interval, on each side. */
    private static final double TAIL = 0.005;

    private Bars() {}

    /** Whether the error bars that JMH prints do not meet. */
    static boolean apart(Verdict verdict) {
        var left = verdict.left();
        var right = verdict.right();
        var distance = Math.abs(mean(all(left.raw())) - mean(all(right.raw())));
        return distance > left.error() + right.error();
    }

    /**
     * Whether the ratio of the means is not 1 at 99 per cent, by resampling whole JVMs and then
     * their iterations.
     */
    static boolean bootstrapClaims(Verdict verdict, SplittableRandom random) {
        var ratios = new double[RESAMPLES];
        for (var i = 0; i < RESAMPLES; i++) {
            ratios[i] = resampled(verdict.left(), random) / resampled(verdict.right(), random);
        }
        Arrays.sort(ratios);
        var low = ratios[(int) (TAIL * RESAMPLES)];
        var high = ratios[(int) ((1 - TAIL) * RESAMPLES) - 1];
        return low > 1 || high < 1;
    }

    private static double resampled(Summary side, SplittableRandom random) {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < side.raw().size(); i++) {
            var fork = side.raw().get(random.nextInt(side.raw().size()));
            for (var j = 0; j < fork.size(); j++) {
                sum += fork.get(random.nextInt(fork.size()));
                count++;
            }
        }
        return sum / count;
    }

    private static double[] all(List<List<Double>> raw) {
        return raw.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
