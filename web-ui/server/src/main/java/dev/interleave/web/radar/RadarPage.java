package dev.interleave.web.radar;

import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the learners of a class are, and on what they fail.
 *
 * @param projector whether no names are shown
 * @param notice what has just become of a wish, or null
 */
public record RadarPage(
        Site site,
        Classroom classroom,
        List<Place> places,
        List<Group> groups,
        boolean projector,
        String notice)
        implements TeachingPage {

    /** A lesson or an exercise, by its title, and who is there. */
    public record Place(String title, List<Member> learners) {}

    /** Learners who fail on the same; {@code message} has no numbers. */
    public record Group(
            String exercise, String title, String fault, String message, List<Member> learners) {}

    /** In a line. */
    public static String names(List<Member> learners) {
        return learners.stream().map(Member::name).collect(Collectors.joining(", "));
    }

    @Override
    public String template() {
        return "radar/radar.jte";
    }
}
