package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.CourseExercises;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * Learners by exercises.
 *
 * @param rows of this page
 * @param found how many learners the filter lets through
 * @param view what was asked for
 */
public record GradebookPage(
        Site site,
        Classroom classroom,
        List<Assignment> columns,
        CourseExercises exercises,
        List<Row> rows,
        int found,
        View view)
        implements TeachingPage {

    /** Whether there is another page. */
    public boolean more() {
        return view.page() * View.PER_PAGE < found;
    }

    @Override
    public String template() {
        return "gradebook/gradebook.jte";
    }
}
