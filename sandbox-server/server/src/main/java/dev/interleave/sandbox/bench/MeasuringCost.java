package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.Side;
import java.util.Locale;

/**
 * What an empty version takes in the same turns. It is part of every figure, and never taken away
 * from one: how much of a call it is depends on what the JIT makes of both together.
 *
 * @param nanos of a call
 */
record MeasuringCost(double nanos) {

    /** What there is to know of a version that takes so long. */
    Lint lint(Side side, double call) {
        return new Lint(
                side,
                "measuring-cost",
                0,
                String.format(
                        Locale.ROOT,
                        "A call takes %.2f ns, and %.2f ns if there is nothing in it, measured in"
                                + " the same turns. That is what measuring costs; it is part of the"
                                + " figure and not taken away from it.",
                        call,
                        nanos));
    }

    /** What a claim must say of the difference of two versions; empty if it is large enough. */
    String warning(double left, double right) {
        double difference = Math.abs(left - right);
        return difference > nanos
                ? ""
                : String.format(
                        Locale.ROOT,
                        " But the difference, %.2f ns, is no larger than what measuring an empty"
                                + " version costs, %.2f ns.",
                        difference,
                        nanos);
    }
}
