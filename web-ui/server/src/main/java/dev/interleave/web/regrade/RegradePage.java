package dev.interleave.web.regrade;

import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;
import java.util.Set;

/**
 * Grading an exercise of a class again.
 *
 * @param learners of the class
 * @param regradings newest first
 * @param tests the version of the exercise's tests now; null if it cannot be graded as it is
 * @param byHand accounts of those who have points by hand for it
 * @param ungraded how many hand-ins could not be graded
 * @param problem why a wish failed, or null
 */
public record RegradePage(
        Site site,
        Classroom classroom,
        String exercise,
        String title,
        List<Member> learners,
        List<Regrading> regradings,
        String tests,
        Set<String> byHand,
        int ungraded,
        String problem)
        implements TeachingPage {

    /** The sections that there are. */
    public List<String> sections() {
        return learners.stream()
                .map(Member::section)
                .filter(section -> !section.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether one can be begun. */
    public boolean free() {
        return regradings.stream().noneMatch(each -> each.state() == Regrading.State.GRADED);
    }

    /** Whether something is still being graded again. */
    public boolean pending() {
        return regradings.stream()
                .anyMatch(each -> each.state() == Regrading.State.GRADED && !each.complete());
    }

    @Override
    public String template() {
        return "regrade/regrade.jte";
    }
}
