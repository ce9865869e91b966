package dev.interleave.cli.bench;

import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * How often something happened, with what that says about how often it happens: the interval of
 * Clopper and Pearson at 95 per cent, which is exact, also where it never happened.
 *
 * @param of how often it could have; positive
 */
record Share(int count, int of) {

    /** On each side of the interval. */
    private static final double TAIL = 0.025;

    /** More than a double can tell apart between 0 and 1. */
    private static final int HALVINGS = 60;

    /** The least share of which so many, or more, are no surprise; from 0 to 1. */
    double low() {
        return count == 0 ? 0 : border(share -> 1 - atMost(count - 1, share) < TAIL);
    }

    /** The greatest share of which so few, or fewer, are no surprise; from 0 to 1. */
    double high() {
        return count == of ? 1 : border(share -> atMost(count, share) > TAIL);
    }

    /** The greatest share of which this is true. */
    private static double border(DoublePredicate isTrue) {
        var low = 0.0;
        var high = 1.0;
        for (var i = 0; i < HALVINGS; i++) {
            var middle = (low + high) / 2;
            if (isTrue.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How likely it is that it happens no more than so often. */
    private double atMost(int most, double share) {
        var sum = 0.0;
        var ways = 0.0;
        for (var i = 0; i <= most; i++) {
            sum += Math.exp(ways + i * Math.log(share) + (of - i) * Math.log1p(-share));
            ways += Math.log((double) (of - i) / (i + 1));
        }
        return sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d, at 95 %% from %.1f to %.1f %%",
                count,
                of,
                100 * low(),
                100 * high());
    }
}
