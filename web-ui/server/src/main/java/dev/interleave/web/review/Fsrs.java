package dev.interleave.web.review;

import java.time.Duration;

/**
 * The formulas of FSRS-6, the Free Spaced Repetition Scheduler, with its published default
 * parameters: how stability and difficulty change with a review, and after how many days the
 * probability of knowing the answer falls to 90 %. The algorithm is described at <a
 * href="https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm">its wiki</a>;
 * docs/learning.md says how it is used here.
 */
final class Fsrs {

    private static final double RETENTION = 0.9;
    private static final int LONGEST_INTERVAL = 36_500;
    private static final double LEAST_STABILITY = 0.001;
    private static final double MOST_DIFFICULT = 10;

    /** The parameters w0 to w20. */
    private static final double[] W = {
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
        0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
    };

    private static final double DECAY = -W[20];
    private static final double FACTOR = Math.pow(0.9, 1 / DECAY) - 1;

    private Fsrs() {}

    /** After the first review. */
    static Memory first(Rating rating) {
        return new Memory(W[rating.ordinal()], clamp(firstDifficulty(rating)));
    }

    /**
     * After a later review.
     *
     * @param days whole days since the review before
     */
    static Memory next(Memory memory, long days, Rating rating) {
        var stability = days < 1 ? sameDay(memory, rating) : later(memory, days, rating);
        return new Memory(Math.max(stability, LEAST_STABILITY), nextDifficulty(memory, rating));
    }

    /** The time until the next review of a card that has been learned: whole days. */
    static Duration interval(Memory memory) {
        var days = memory.stability() / FACTOR * (Math.pow(RETENTION, 1 / DECAY) - 1);
        return Duration.ofDays((long) Math.clamp(Math.rint(days), 1, LONGEST_INTERVAL));
    }

    /** The probability that the answer is known so many days after a review. */
    static double retrievability(Memory memory, long days) {
        return Math.pow(1 + FACTOR * days / memory.stability(), DECAY);
    }

    private static double firstDifficulty(Rating rating) {
        return W[4] - Math.exp(W[5] * rating.ordinal()) + 1;
    }

    private static double nextDifficulty(Memory memory, Rating rating) {
        var change = -W[6] * (rating.grade() - 3);
        var damped = memory.difficulty() + (MOST_DIFFICULT - memory.difficulty()) * change / 9;
        // Drifts back to that of an easy card, so that difficulty is not for ever.
        return clamp(W[7] * firstDifficulty(Rating.EASY) + (1 - W[7]) * damped);
    }

    private static double clamp(double difficulty) {
        return Math.clamp(difficulty, 1, MOST_DIFFICULT);
    }

    private static double sameDay(Memory memory, Rating rating) {
        var growth =
                Math.exp(W[17] * (rating.grade() - 3 + W[18]))
                        * Math.pow(memory.stability(), -W[19]);
        var known = rating == Rating.GOOD || rating == Rating.EASY;
        return memory.stability() * (known ? Math.max(growth, 1) : growth);
    }

    private static double later(Memory memory, long days, Rating rating) {
        var retrievability = retrievability(memory, days);
        return rating == Rating.AGAIN
                ? forgotten(memory, retrievability)
                : recalled(memory, retrievability, rating);
    }

    private static double forgotten(Memory memory, double retrievability) {
        var anew =
                W[11]
                        * Math.pow(memory.difficulty(), -W[12])
                        * (Math.pow(memory.stability() + 1, W[13]) - 1)
                        * Math.exp((1 - retrievability) * W[14]);
        return Math.min(anew, memory.stability() / Math.exp(W[17] * W[18]));
    }

    private static double recalled(Memory memory, double retrievability, Rating rating) {
        var bonus =
                switch (rating) {
                    case HARD -> W[15];
                    case EASY -> W[16];
                    default -> 1;
                };
        return memory.stability()
                * (1
                        + Math.exp(W[8])
                                * (11 - memory.difficulty())
                                * Math.pow(memory.stability(), -W[9])
                                * (Math.exp((1 - retrievability) * W[10]) - 1)
                                * bonus);
    }
}
