package dev.interleave.sandbox.cell;

/**
 * How many workers should wait ready, judged by how often they were taken lately. The rate fades
 * with a half-life of about twenty seconds.
 *
 * <p>Threading: not safe; used under its pool's lock.
 */
final class Demand {

    private static final double FADE_SECONDS = 30;

    /** How long a burst as fast as the recent rate can be served while new workers are made. */
    private static final double AHEAD_SECONDS = 3;

    /** About one worker a minute, and less: nobody is in a hurry. */
    private static final double CALM = 0.05;

    private final Capacity.Range range;
    private double ratePerSecond;
    private long lastNanos;

    Demand(Capacity.Range range, long now) {
        this.range = range;
        this.lastNanos = now;
    }

    void taken(long now) {
        fade(now);
        ratePerSecond += 1 / FADE_SECONDS;
    }

    int target(long now) {
        return range.clamp(range.least() + (int) Math.round(ahead(now)));
    }

    /**
     * More than this are not kept. It is beyond the target as long as there is any demand, so that
     * what is made is not thrown away a moment later.
     */
    int ceiling(long now) {
        double ahead = ahead(now);
        return range.clamp(range.least() + (ahead < CALM ? 0 : (int) Math.ceil(ahead) + 1));
    }

    private double ahead(long now) {
        fade(now);
        return ratePerSecond * AHEAD_SECONDS;
    }

    private void fade(long now) {
        double seconds = (now - lastNanos) / 1e9;
        ratePerSecond *= Math.exp(-seconds / FADE_SECONDS);
        lastNanos = now;
    }
}
