package dev.interleave.web.classroom;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * A list of learners before it is imported.
 *
 * @param csv as it was pasted
 * @param roster null before anything was pasted
 */
public record RosterPage(
        Site site,
        Classroom classroom,
        String csv,
        Roster roster,
        List<RosterImport.Planned> planned)
        implements TeachingPage {

    @Override
    public String template() {
        return "classroom/roster.jte";
    }
}
