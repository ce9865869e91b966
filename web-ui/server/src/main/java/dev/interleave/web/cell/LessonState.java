package dev.interleave.web.cell;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.progress.Draft;
import dev.interleave.web.progress.Run;
import java.util.List;
import java.util.Map;

/**
 * Everything that a page needs to show a learner's lesson as it is.
 *
 * @param lastEvent id of the newest event that is contained in this state; what comes after it is
 *     in the stream of events
 */
record LessonState(
        LessonName lesson, SessionState session, Map<String, CellState> cells, String lastEvent) {

    /** Which lesson; {@code hash} changes when the author changes it. */
    record LessonName(String id, String title, String hash) {

        static LessonName of(Lesson lesson) {
            return new LessonName(lesson.id(), lesson.title(), lesson.hash());
        }
    }

    /**
     * @param state {@code none}, {@code idle}, {@code busy} or {@code queued}
     * @param earlierRuns the runs up to this number belong to sessions that are over
     */
    record SessionState(String state, long earlierRuns) {}

    /**
     * @param revision of the draft, 0 if there never was one; goes with the next change as its base
     * @param draft null while the cell has the author's text
     * @param run the last one, or null
     * @param staleBecause {@code edited}, {@code session-over} or {@code above}, or null if it is
     *     not stale
     */
    record CellState(
            long revision, DraftState draft, RunState run, boolean stale, String staleBecause) {

        static CellState of(Draft draft, Run run, Staleness.Reason stale) {
            return new CellState(
                    draft.revision(),
                    DraftState.of(draft),
                    run == null ? null : RunState.of(run),
                    stale != null,
                    stale == null ? null : stale.json());
        }
    }

    /** A learner's text. */
    record DraftState(String text, long revision) {

        /** Null where the cell has the author's text. */
        static DraftState of(Draft draft) {
            return draft.text() == null ? null : new DraftState(draft.text(), draft.revision());
        }
    }

    /** A run and what it told so far. */
    record RunState(
            long number,
            String text,
            String status,
            String limit,
            String message,
            Double evalMillis,
            String startedAt,
            List<RawValue> events) {

        static RunState of(Run run) {
            return new RunState(
                    run.number(),
                    run.text(),
                    run.status(),
                    run.limit(),
                    run.message(),
                    run.evalMillis(),
                    run.startedAt().toString(),
                    run.events().stream().map(RawValue::new).toList());
        }
    }
}
