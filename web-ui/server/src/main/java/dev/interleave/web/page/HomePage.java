package dev.interleave.web.page;

import java.util.List;

/**
 * The course map, which is the landing page.
 *
 * @param progress over the whole course
 * @param continueAt where to go on, or null when everything that is written is done
 * @param due how many cards can be reviewed now
 */
public record HomePage(
        Site site, List<StageCard> stages, Progress progress, LessonCard continueAt, int due)
        implements Page {

    /** One stage of the map; {@code number} counts from 1. */
    public record StageCard(
            String id,
            int number,
            String title,
            String summary,
            Progress progress,
            List<LessonCard> lessons) {}

    /** One lesson of the map. {@code cellsRun} of its {@code cells} were run at least once. */
    public record LessonCard(
            String id,
            String title,
            String summary,
            int minutes,
            boolean written,
            State state,
            int cellsRun,
            int cells) {}

    /** How many of the lessons that are written are done. */
    public record Progress(int done, int lessons) {

        public int percent() {
            return lessons == 0 ? 0 : 100 * done / lessons;
        }
    }

    /** How far a learner is with a lesson; {@code ANNOUNCED} is one that is not written yet. */
    public enum State {
        ANNOUNCED,
        UNOPENED,
        BEGUN,
        DONE
    }
}
