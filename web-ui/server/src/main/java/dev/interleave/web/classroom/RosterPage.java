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

    /** For how many lines the same happens. */
    public long count(RosterImport.What what) {
        return planned.stream().filter(each -> each.what() == what).count();
    }

    @Override
    public String template() {
        return "classroom/roster.jte";
    }
}
