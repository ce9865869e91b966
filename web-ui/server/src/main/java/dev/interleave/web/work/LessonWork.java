package dev.interleave.web.work;

import dev.interleave.sandbox.result.Grade;
import dev.interleave.web.progress.Notes.Note;
import dev.interleave.web.progress.Run;
import java.util.List;
import java.util.Map;

/**
 * What a learner has made of one lesson.
 *
 * @param id of the lesson
 * @param cells all of the lesson, with those that the learner added
 * @param quizzes that were answered
 * @param tasks exercises that were begun
 * @param notes on its paragraphs
 */
public record LessonWork(
        String id,
        String title,
        List<Cell> cells,
        List<Answered> quizzes,
        List<Task> tasks,
        List<Note> notes) {

    /**
     * A cell as the learner has it.
     *
     * @param label of the author; empty for a cell that the learner added
     * @param changed whether the text is the learner's
     * @param run the last one, or null
     * @param output of that run, in lines
     */
    public record Cell(
            String label, boolean own, boolean changed, String text, Run run, List<Line> output) {}

    /**
     * What a run told.
     *
     * @param kind {@code out}, {@code err}, {@code value}, {@code problem} or {@code note}
     */
    public record Line(String kind, String text) {}

    /**
     * A quiz.
     *
     * @param question HTML of the lesson
     * @param chosen HTML of the lesson
     */
    public record Answered(String question, List<String> chosen, boolean correct, int tries) {}

    /**
     * An exercise.
     *
     * @param files as they are now, by their names
     * @param attempts how many are kept
     * @param report of the last attempt that was graded, or null
     */
    public record Task(String title, Map<String, String> files, int attempts, Grade report) {}

    /** Whether the learner has done anything in it. */
    public boolean begun() {
        return !quizzes.isEmpty()
                || !tasks.isEmpty()
                || !notes.isEmpty()
                || cells.stream()
                        .anyMatch(cell -> cell.own() || cell.changed() || cell.run() != null);
    }
}
