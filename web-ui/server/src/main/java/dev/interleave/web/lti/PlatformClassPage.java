package dev.interleave.web.lti;

import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.CourseExercises;
import dev.interleave.web.lti.RosterChange.What;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.time.Instant;
import java.util.List;

/**
 * What a class has to do with the learning platform whose course it is.
 *
 * @param takesPoints whether the platform takes points
 * @param points for it
 * @param tellsMembers whether the platform tells who is in the course
 * @param comparison null where nobody asked for it
 * @param notice what has just been done, or null
 * @param problem why something was not, or null
 */
public record PlatformClassPage(
        Site site,
        Classroom classroom,
        CourseExercises exercises,
        boolean takesPoints,
        List<Points> points,
        boolean tellsMembers,
        Comparison comparison,
        String notice,
        String problem)
        implements TeachingPage {

    /** How many of those that are not sent are shown. */
    public static final int MOST = 200;

    /**
     * Points of a learner for the platform.
     *
     * @param points null where none count any more
     * @param state {@code waiting}, {@code sent} or {@code refused}
     * @param why they are not sent, or null
     * @param next when those that wait are tried
     */
    public record Points(
            String exercise, String name, Double points, String state, String why, Instant next) {}

    /** How many are in a state. */
    public long count(String state) {
        return points.stream().filter(each -> each.state().equals(state)).count();
    }

    /** The first ones that the platform has not. */
    public List<Points> open() {
        return points.stream().filter(each -> !each.state().equals("sent")).limit(MOST).toList();
    }

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
