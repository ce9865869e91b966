package dev.interleave.web.work;

import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.List;

/**
 * What a learner has made of some lessons.
 *
 * @param title of the page
 * @param whole whether it is the whole course
 */
public record WorkPage(Site site, String title, boolean whole, List<LessonWork> lessons)
        implements TeachingPage {

    @Override
    public String template() {
        return "work.jte";
    }
}
