package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.handin.HandInPage.Attempt;
import dev.interleave.web.handin.ManualGrade;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * Everything about one learner's exercise.
 *
 * @param title of the exercise
 * @param attempts newest first
 * @param manual points by hand, or null
 * @param previous the learner before in the order of names, or null
 * @param next the learner after, or null
 * @param problem why a wish failed, or null
 */
public record CellPage(
        Site site,
        Classroom classroom,
        Member learner,
        Assignment assignment,
        String title,
        List<Attempt> attempts,
        ManualGrade manual,
        Member previous,
        Member next,
        String problem)
        implements TeachingPage {

    @Override
    public String template() {
        return "gradebook/cell.jte";
    }
}
