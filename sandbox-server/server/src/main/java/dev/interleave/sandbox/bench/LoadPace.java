package dev.interleave.sandbox.bench;

import java.time.Duration;

/**
 * How a load is cut into pieces.
 *
 * @param leastMillis how long a point is measured at least
 * @param delays and for how many delays of the service at least
 * @param mostRounds after which it ends at the latest
 * @param patience how long a JVM may take for a point beyond that
 */
record LoadPace(int leastMillis, int delays, int mostRounds, Duration patience) {

    static final LoadPace USUAL = new LoadPace(400, 12, 8, Duration.ofSeconds(30));

    /** How long a point is measured. */
    int millis(Duration delay) {
        return Math.max(leastMillis, Math.toIntExact(delays * delay.toMillis()));
    }
}
