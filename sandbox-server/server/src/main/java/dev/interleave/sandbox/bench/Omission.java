package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.Side;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Percentiles of calls that begin when the one before has ended: where one takes long, those that
 * others would have made meanwhile are missing (coordinated omission).
 */
final class Omission {

    /** A call that takes so many times as long as most would have kept many waiting. */
    private static final double FAR = 20;

    /** Below this the pause is the machine's, and nobody waits for it. */
    private static final double LEAST_NANOS = 1e6;

    private Omission() {}

    /**
     * @param percentiles of single calls in nanoseconds by rank in per cent
     */
    static Optional<Lint> lint(Side side, Map<Double, Double> percentiles) {
        double usual = percentiles.getOrDefault(50.0, 0.0);
        double longest = percentiles.getOrDefault(100.0, 0.0);
        return usual > 0 && longest > LEAST_NANOS && longest > FAR * usual
                ? Optional.of(new Lint(side, "coordinated-omission", 0, words(usual, longest)))
                : Optional.empty();
    }

    private static String words(double usual, double longest) {
        return String.format(
                Locale.ROOT,
                "Half of the calls took less than %.3g ms, and the longest %.3g ms. Here nobody"
                    + " calls while a call goes on; where callers do not wait for each other, all"
                    + " who come in that time wait, too, and these percentiles leave them out"
                    + " (coordinated omission). Measure it under load.",
                usual / 1e6,
                longest / 1e6);
    }
}
