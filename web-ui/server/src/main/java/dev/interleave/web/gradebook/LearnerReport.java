package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.gradebook.Row.Cell;
import dev.interleave.web.handin.HandInPage.Attempt;
import dev.interleave.web.handin.ManualGrade;
import dev.interleave.web.handin.Rubric;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that one learner of a class did and got, to be printed.
 *
 * @param own whether the learner reads it
 * @param now when it was made
 */
public record LearnerReport(
        Site site, Classroom classroom, Member learner, boolean own, List<Part> parts, Instant now)
        implements TeachingPage {

    /**
     * One exercise.
     *
     * @param assignment as the learner is concerned
     * @param cell what counts; nothing where results are held back from who reads it
     * @param attempts newest first
     * @param manual points by hand, or null
     * @param rubric with what the learner has met
     * @param regradings by number of the attempt, the last one that was applied
     */
    public record Part(
            Assignment assignment,
            String title,
            Cell cell,
            List<Attempt> attempts,
            ManualGrade manual,
            Rubric rubric,
            Map<Long, Regraded> regradings) {}

    /** With what tests an attempt was graded again, and who applied that. */
    public record Regraded(Instant at, String by) {}

    /** Of all exercises. */
    public double total() {
        return parts.stream()
                .map(part -> part.cell().points())
                .filter(points -> points != null)
                .mapToDouble(points -> points)
                .sum();
    }

    @Override
    public String template() {
        return "gradebook/report.jte";
    }
}
