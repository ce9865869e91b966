package dev.interleave.web.classroom;

import dev.interleave.web.account.Role;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * Who is in a class.
 *
 * @param link that was just made, or null: it is shown once
 * @param notice what has just become of a wish, or null
 */
public record MembersPage(
        Site site, Classroom classroom, List<Member> members, String link, String notice)
        implements TeachingPage {

    /** How many learners have set no password yet. */
    public long invited() {
        return members.stream()
                .filter(each -> each.invited() && each.role() == Role.LEARNER)
                .count();
    }

    @Override
    public String template() {
        return "classroom/members.jte";
    }
}
