package dev.interleave.sandbox.bench;

import java.util.List;

/** Whether a JVM has warmed up: its iterations have become no faster for a while. */
final class WarmUp {

    private static final int WINDOW = 4;
    private static final double SAME = 0.05;

    private WarmUp() {}

    /**
     * @param nanos per call of each iteration so far
     */
    static boolean isOver(List<Double> nanos) {
        int n = nanos.size();
        if (n < 2 * WINDOW) {
            return false;
        }
        double before = Logs.median(nanos.subList(n - 2 * WINDOW, n - WINDOW));
        double now = Logs.median(nanos.subList(n - WINDOW, n));
        return Math.abs(Math.log(now / before)) < SAME;
    }
}
