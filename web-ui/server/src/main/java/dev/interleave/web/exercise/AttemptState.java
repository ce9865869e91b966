package dev.interleave.web.exercise;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.interleave.web.progress.Attempt;

/**
 * A grading as a page gets it.
 *
 * @param kind {@code tests} or {@code submit}
 * @param state {@code queued}, {@code running}, {@code done}, {@code impossible} or {@code
 *     interrupted}
 * @param ahead how many wait before it; 0 unless it is queued
 * @param report what came out; null unless it is done and the newest
 */
record AttemptState(
        long number,
        String kind,
        String state,
        int ahead,
        String verdict,
        Double score,
        Double max,
        String message,
        String startedAt,
        RawValue report) {

    static AttemptState of(Attempt attempt, int ahead) {
        return of(attempt, ahead, attempt.report());
    }

    static AttemptState withoutReport(Attempt attempt) {
        return of(attempt, 0, null);
    }

    private static AttemptState of(Attempt attempt, int ahead, String report) {
        return new AttemptState(
                attempt.number(),
                attempt.kind(),
                attempt.state(),
                ahead,
                attempt.verdict(),
                attempt.score(),
                attempt.max(),
                attempt.message(),
                attempt.startedAt().toString(),
                report == null ? null : new RawValue(report));
    }
}
