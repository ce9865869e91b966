package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * The rubric of an exercise, to be changed.
 *
 * @param text an item a line
 * @param problems with it; empty if it is stored
 */
public record RubricPage(
        Site site,
        Classroom classroom,
        String exercise,
        String title,
        String text,
        List<String> problems)
        implements TeachingPage {

    @Override
    public String template() {
        return "gradebook/rubric.jte";
    }
}
