package dev.interleave.web.classroom;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/** The classes of somebody; {@code problem} is why a wish failed, or null. */
public record ClassesPage(Site site, List<Classroom> classes, String problem)
        implements TeachingPage {

    @Override
    public String template() {
        return "classroom/classes.jte";
    }
}
