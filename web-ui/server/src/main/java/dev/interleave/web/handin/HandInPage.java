package dev.interleave.web.handin;

import dev.interleave.sandbox.result.Grade;
import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.CourseExercises;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import dev.interleave.web.report.ShownReports;
import java.util.List;
import java.util.Map;

/**
 * An exercise of a class for one learner: where it is handed in, and everything that was.
 *
 * @param files to be handed in: of the lesson, or what was handed in or refused last
 * @param ofLesson whether they are as the learner saved them in the lesson
 * @param attempts newest first
 * @param manual points by hand, or null
 * @param rubric with what this learner has met
 * @param hints of those who teach, the newest first
 * @param whyNot why nothing can be handed in now, or null
 */
public record HandInPage(
        Site site,
        Classroom classroom,
        Assignment assignment,
        CourseExercises.Listed exercise,
        Map<String, String> files,
        boolean ofLesson,
        List<Attempt> attempts,
        ManualGrade manual,
        Rubric rubric,
        List<String> hints,
        String whyNot)
        implements TeachingPage {

    /**
     * One that was handed in.
     *
     * @param ahead how many are graded before it
     * @param points with what being late costs; null until it is graded
     * @param report null until it is graded, or where it is withheld
     * @param diff to the one before, in lines; empty if nothing was changed
     * @param withheld whether its result may not be seen
     */
    public record Attempt(
            HandIn handIn,
            int ahead,
            Double points,
            Grade report,
            List<String> diff,
            List<CodeComment> comments,
            boolean withheld) {

        Attempt withoutResult() {
            return new Attempt(handIn, ahead, null, null, diff, List.of(), true);
        }

        Attempt withoutHiddenTests() {
            var shown = report == null ? null : ShownReports.without(report);
            return new Attempt(handIn, ahead, points, shown, diff, comments, withheld);
        }

        /** What was written to a line, from 1. */
        public List<CodeComment> on(String file, int line) {
            return comments.stream()
                    .filter(each -> each.file().equals(file) && each.line() == line)
                    .toList();
        }
    }

    /** Whether one still waits for its grade. */
    public boolean pending() {
        return attempts.stream().anyMatch(attempt -> attempt.handIn().pending());
    }

    @Override
    public String template() {
        return "handin/handin.jte";
    }
}
