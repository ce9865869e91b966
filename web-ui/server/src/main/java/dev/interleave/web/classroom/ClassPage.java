package dev.interleave.web.classroom;

import dev.interleave.web.course.Course;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.time.Instant;
import java.util.List;

/**
 * A class: what is to do in it, and for those who teach it how to change it.
 *
 * @param lessons that it is to read
 * @param course lessons that can be chosen
 * @param assignments as the reader is concerned
 * @param exercises that can be assigned
 * @param now the time
 * @param chosen one that is to be changed, or null
 * @param problem why a wish failed, or null
 */
public record ClassPage(
        Site site,
        Classroom classroom,
        List<ClassLessons.Planned> lessons,
        List<Course.Entry> course,
        List<Assignment> assignments,
        CourseExercises exercises,
        Instant now,
        Assignment chosen,
        String problem)
        implements TeachingPage {

    @Override
    public String template() {
        return "classroom/class.jte";
    }
}
