package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.result.CompareResult.Claim;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When to stop measuring and what to claim then. It looks after each pair of JVMs from the 4th to
 * the 12th, at every look so strictly that over all looks together no more than one comparison of a
 * version with itself in a hundred ends in a claim; a simulation in its test shows that.
 */
final class SequentialRule {

    /** Pairs before the first look: with fewer nobody knows how much they vary. */
    static final int FIRST_LOOK = 4;

    static final int LAST_LOOK = 12;

    /** Over all looks. */
    static final double CONFIDENCE = 0.99;

    /** Of each look, found by simulation. */
    private static final double ALPHA = 0.0021;

    /** Student's factors by the number of pairs. */
    private static final double[] STUDENT =
            IntStream.rangeClosed(0, LAST_LOOK)
                    .mapToDouble(n -> n < 2 ? Double.NaN : Interval.student(n, ALPHA))
                    .toArray();

    /** What the order and the place of two JVMs can make up for; never claimed. */
    private static final double MARGIN = Math.log(1.03);

    /** Within which two versions count as the same. */
    private static final double SAME = Math.log(1.05);

    /** An interval that is told what it is good for: its ends no further apart. */
    private static final double NARROW = 2 * Math.log(1.25);

    /** A difference that one expects to see; if it would not be seen, all is noise. */
    private static final double NOISE = 2 * Math.log(1.3);

    private SequentialRule() {}

    /**
     * The interval of one look.
     *
     * @param logs one of each pair, as many as the last look has at most
     */
    static Interval interval(List<Double> logs) {
        return Interval.of(logs, STUDENT[logs.size()]);
    }

    /**
     * What follows from what was measured.
     *
     * @param more whether to go on; the claim is then what it would be now
     */
    record Decision(boolean more, Claim claim, boolean equivalent) {}

    /**
     * Decides after a pair.
     *
     * @param logs one of each pair
     * @param patient whether there is time to make a claim more precise
     */
    static Decision after(List<Double> logs, boolean patient) {
        Interval interval = interval(logs);
        if (logs.size() < FIRST_LOOK) {
            return new Decision(true, Claim.TOO_NOISY, false);
        }
        boolean last = logs.size() >= LAST_LOOK;
        if (interval.inside(SAME)) {
            return new Decision(false, Claim.NO_DIFFERENCE_SHOWN, true);
        }
        if (interval.above(MARGIN) || interval.below(-MARGIN)) {
            Claim claim = interval.above(MARGIN) ? Claim.LEFT_FASTER : Claim.RIGHT_FASTER;
            boolean finer = patient && !last && interval.width() > NARROW;
            return new Decision(finer, claim, false);
        }
        boolean noisy = interval.width() > NOISE;
        return new Decision(!last, noisy ? Claim.TOO_NOISY : Claim.NO_DIFFERENCE_SHOWN, false);
    }
}
