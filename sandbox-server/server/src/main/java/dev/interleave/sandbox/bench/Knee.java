package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.result.LoadPoint;
import java.util.List;

/**
 * Where a version levels off: up to there it answers as many requests as come, and no more beyond.
 */
final class Knee {

    /** As a share of the greatest n; whoever gets as far has not been seen to level off. */
    private static final double SEEN = 0.93;

    private static final int STEPS = 2000;

    /** An answer less than one in this many seconds counts as so many. */
    private static final double LEAST_PER_SECOND = 0.1;

    private Knee() {}

    /**
     * The n at which min(n, knee) fits best to what was answered, by least squares of logarithms;
     * NaN if that is beyond the sweep.
     *
     * @param points ascending
     */
    static double of(List<LoadPoint> points, double delaySeconds) {
        double most = points.getLast().n();
        double low = Math.log(points.getFirst().n() / 20.0);
        double high = Math.log(most);
        double best = Double.POSITIVE_INFINITY;
        double knee = most;
        for (int step = 0; step <= STEPS; step++) {
            double candidate = Math.exp(low + (high - low) * step / STEPS);
            double squares = squares(points, delaySeconds, candidate);
            if (squares < best) {
                best = squares;
                knee = candidate;
            }
        }
        return knee > SEEN * most ? Double.NaN : knee;
    }

    private static double squares(List<LoadPoint> points, double delaySeconds, double knee) {
        double sum = 0;
        for (LoadPoint point : points) {
            double expected = Math.min(point.n(), knee) / delaySeconds;
            double off =
                    Math.log(Math.max(point.throughput(), LEAST_PER_SECOND)) - Math.log(expected);
            sum += off * off;
        }
        return sum;
    }
}
