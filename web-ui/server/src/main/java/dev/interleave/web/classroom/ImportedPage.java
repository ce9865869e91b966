package dev.interleave.web.classroom;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/** What an import did, with the links of new accounts, which are shown once. */
public record ImportedPage(
        Site site, Classroom classroom, int lines, List<RosterImport.Invited> invited)
        implements TeachingPage {

    @Override
    public String template() {
        return "classroom/imported.jte";
    }
}
