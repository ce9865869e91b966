package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.handin.GradeHistory;
import dev.interleave.web.handin.HandInPage.Attempt;
import dev.interleave.web.handin.ManualGrade;
import dev.interleave.web.handin.Rubric;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * What one learner handed in for one exercise, for those who teach.
 *
 * @param who is shown, as the page calls them
 * @param learner null where no names are shown
 * @param path of this page
 * @param title of the exercise
 * @param manual points by hand, or null
 * @param history of this grade, the oldest first
 * @param previous null where nobody comes before
 * @param next null where nobody comes after
 * @param problem why a wish failed, or null
 */
public record CellPage(
        Site site,
        Classroom classroom,
        String who,
        Member learner,
        String path,
        Assignment assignment,
        String title,
        List<Attempt> attempts,
        ManualGrade manual,
        Rubric rubric,
        List<GradeHistory.Entry> history,
        Neighbour previous,
        Neighbour next,
        String problem)
        implements TeachingPage {

    /** Another learner, and where the same is shown of them. */
    public record Neighbour(String path, String who) {}

    @Override
    public String template() {
        return "gradebook/cell.jte";
    }
}
