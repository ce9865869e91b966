package dev.interleave.web.lti;

import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.lti.RosterChange.What;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * What a class has to do with the learning platform whose course it is.
 *
 * @param tellsMembers whether the platform tells who is in the course
 * @param comparison null where nobody asked for it
 * @param notice what has just been done, or null
 * @param problem why something was not, or null
 */
public record PlatformClassPage(
        Site site,
        Classroom classroom,
        boolean tellsMembers,
        Comparison comparison,
        String notice,
        String problem)
        implements TeachingPage {

    /**
     * What would change.
     *
     * @param key by which it is known again, once
     * @param members how many the platform says
     */
    public record Comparison(String key, int members, List<RosterChange> changes) {

        /** For how many the same happens. */
        public long count(What what) {
            return changes.stream().filter(each -> each.what() == what).count();
        }
    }

    @Override
    public String template() {
        return "lti/class.jte";
    }
}
