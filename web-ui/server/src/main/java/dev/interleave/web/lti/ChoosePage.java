package dev.interleave.web.lti;

import dev.interleave.web.classroom.CourseExercises;
import dev.interleave.web.course.Course;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * What a link of a platform can lead to.
 *
 * @param key by which the choice is known again
 */
public record ChoosePage(
        Site site, String key, List<Course.Entry> lessons, List<CourseExercises.Listed> exercises)
        implements TeachingPage {

    @Override
    public String template() {
        return "lti/choose.jte";
    }
}
