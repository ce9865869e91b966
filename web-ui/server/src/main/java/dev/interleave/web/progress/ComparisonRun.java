package dev.interleave.web.progress;

import java.time.Instant;
import java.util.List;

/**
 * A measurement of a comparison's versions.
 *
 * @param number counts from 1 in each comparison of each learner
 * @param state {@code running}, {@code done}, {@code stopped}, {@code impossible} or {@code
 *     interrupted}
 * @param prediction the choice that was taken before the first one, from 1
 * @param n the number that versions got
 * @param same whether the first version was compared with itself
 * @param versions what was measured, the first one first
 * @param message what came out, in words; null until it is over
 * @param results JSON: an array with what came out of each pair of versions
 * @param name what its learner calls it; null if it has none
 * @param machine it was measured on; null if that was not noted
 */
public record ComparisonRun(
        long number,
        String state,
        int prediction,
        int n,
        boolean same,
        List<String> versions,
        String message,
        String results,
        Instant startedAt,
        String name,
        String machine) {

    /** What is to be measured. */
    public record Order(int prediction, int n, boolean same, List<String> versions) {}

    public boolean isOver() {
        return !state.equals("running");
    }
}
