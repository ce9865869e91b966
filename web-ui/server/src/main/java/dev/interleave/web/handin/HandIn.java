package dev.interleave.web.handin;

import dev.interleave.web.grading.JobQueue;
import java.time.Instant;
import java.util.Map;

/**
 * Something that was handed in.
 *
 * @param number counts from 1 for each learner's exercise
 * @param files by their names
 * @param score out of {@code max}, without what being late costs; null until it is graded
 * @param message why it was not graded, or null
 * @param report JSON; null until it is graded
 * @param gradedAt when it was graded first; null until then
 * @param automatic whether it was handed in for the learner when it was due
 */
public record HandIn(
        HandInKey key,
        long number,
        State state,
        Map<String, String> files,
        String verdict,
        Double score,
        Double max,
        String message,
        String report,
        Instant handedInAt,
        Instant gradedAt,
        boolean automatic)
        implements JobQueue.Job {

    /** How far its grading is. */
    public enum State {
        QUEUED,
        GRADING,
        DONE,
        /**
         * It could not be graded; the next start of the server tries again, and an instructor can
         * before.
         */
        IMPOSSIBLE
    }

    @Override
    public String exercise() {
        return key.exercise();
    }

    /** Whether it waits for its grade. */
    public boolean pending() {
        return state == State.QUEUED || state == State.GRADING;
    }
}
