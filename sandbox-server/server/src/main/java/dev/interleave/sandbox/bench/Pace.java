package dev.interleave.sandbox.bench;

import java.time.Duration;

/**
 * How a comparison is cut into pieces.
 *
 * @param iteration length of one iteration
 * @param leastWarmUp iterations of warm-up at least
 * @param mostWarmUp and at most
 * @param measured iterations of each JVM that count
 * @param mostPairs after which it ends at the latest
 * @param recorded iterations in which it is recorded where the time goes
 * @param tiny below so many nanoseconds a call, an empty version is measured, too
 * @param patience how long a JVM may take for a step beyond the iteration itself
 */
record Pace(
        Duration iteration,
        int leastWarmUp,
        int mostWarmUp,
        int measured,
        int mostPairs,
        int recorded,
        double tiny,
        Duration patience) {

    /** The shortest with which the design's error rates were measured. */
    static final Pace USUAL =
            new Pace(
                    Duration.ofMillis(100),
                    8,
                    30,
                    8,
                    SequentialRule.LAST_LOOK,
                    30,
                    50,
                    Duration.ofSeconds(30));
}
