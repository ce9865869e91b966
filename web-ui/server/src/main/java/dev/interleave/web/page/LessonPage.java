package dev.interleave.web.page;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.Lesson;
import java.util.List;

/**
 * A lesson to read and run.
 *
 * @param stage that the lesson belongs to
 * @param previous the lesson before it, or null
 * @param next the lesson after it that is written, or null
 * @param older whether it is a translation that is older than its source
 */
public record LessonPage(
        Site site,
        Lesson lesson,
        Course.Stage stage,
        Course.Entry previous,
        Course.Entry next,
        boolean older)
        implements Page {

    /** Whether the reader gets the source because it is not translated. */
    public boolean untranslated() {
        return !lesson.language().equals(site.texts().language().tag());
    }

    public List<Lesson.Section> outline() {
        return lesson.outline();
    }
}
