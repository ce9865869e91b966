package dev.interleave.web.progress;

import java.time.Instant;
import java.util.Map;

/**
 * A grading of an exercise.
 *
 * @param number counts from 1 in each exercise of each learner
 * @param kind {@code tests} with the public tests only, or {@code submit}
 * @param state {@code queued}, {@code running}, {@code done}, {@code impossible} or {@code
 *     interrupted}
 * @param files what was graded, by their names
 * @param verdict null until it is done
 * @param message why nothing was graded, or null
 * @param report JSON; null until it is done
 */
public record Attempt(
        long number,
        String kind,
        String state,
        Map<String, String> files,
        String verdict,
        Double score,
        Double max,
        String message,
        String report,
        Instant startedAt) {

    public static final String TESTS = "tests";
    public static final String SUBMIT = "submit";

    /** The same with another report. */
    public Attempt withReport(String other) {
        return new Attempt(
                number, kind, state, files, verdict, score, max, message, other, startedAt);
    }

    public boolean isOver() {
        return !state.equals("queued") && !state.equals("running");
    }
}
