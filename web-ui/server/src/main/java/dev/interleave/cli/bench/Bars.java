package dev.interleave.cli.bench;

import dev.interleave.sandbox.result.CompareResult.Claim;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What others would claim of the same data: by JMH's error bars, and by a bootstrap of JVMs. */
final class Bars {

    private static final int RESAMPLES = 2000;

    /** Of the bootstrap's interval, on each side. */
    private static final double TAIL = 0.005;

    private Bars() {}

    /** That the version with the smaller mean is faster, if the error bars of JMH do not meet. */
    static Claim byBars(DuelRecord duel) {
        var left = mean(all(duel.left().raw()));
        var right = mean(all(duel.right().raw()));
        if (Math.abs(left - right) <= duel.left().error() + duel.right().error()) {
            return Claim.NO_DIFFERENCE_SHOWN;
        }
        return left < right ? Claim.LEFT_FASTER : Claim.RIGHT_FASTER;
    }

    /**
     * That the ratio of the means is not 1, by the interval at 99 per cent that comes from
     * resampling whole JVMs, a block each, and then their iterations.
     */
    static Claim byBootstrap(DuelRecord duel, SplittableRandom random) {
        var ratios = new double[RESAMPLES];
        for (var i = 0; i < RESAMPLES; i++) {
            ratios[i] =
                    resampled(duel.left().raw(), random) / resampled(duel.right().raw(), random);
        }
        Arrays.sort(ratios);
        if (ratios[(int) (TAIL * RESAMPLES)] > 1) {
            return Claim.RIGHT_FASTER;
        }
        var high = ratios[(int) ((1 - TAIL) * RESAMPLES) - 1];
        return high < 1 ? Claim.LEFT_FASTER : Claim.NO_DIFFERENCE_SHOWN;
    }

    private static double resampled(List<List<Double>> raw, SplittableRandom random) {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < raw.size(); i++) {
            var fork = raw.get(random.nextInt(raw.size()));
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
