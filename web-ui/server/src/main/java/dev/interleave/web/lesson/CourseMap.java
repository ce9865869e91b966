package dev.interleave.web.lesson;

import dev.interleave.web.course.Course;
import dev.interleave.web.page.HomePage.LessonCard;
import dev.interleave.web.page.HomePage.Progress;
import dev.interleave.web.page.HomePage.StageCard;
import dev.interleave.web.page.HomePage.State;
import java.util.Collection;
import java.util.List;

/**
 * The course as one learner sees it: what is done, and where to go on.
 *
 * @param continueAt the first lesson that was begun and is not done, or else the first that is
 *     neither; null when everything is done
 */
record CourseMap(List<StageCard> stages, Progress progress, LessonCard continueAt) {

    /**
     * @param progress of this learner, lesson by lesson
     */
    static CourseMap of(Course course, LessonProgress progress) {
        var stages = course.stages().stream().map(stage -> card(stage, progress)).toList();
        var lessons = stages.stream().map(StageCard::lessons).flatMap(Collection::stream).toList();
        return new CourseMap(stages, progress(lessons), continueAt(lessons));
    }

    private static StageCard card(Course.Stage stage, LessonProgress progress) {
        var lessons = stage.lessons().stream().map(progress::card).toList();
        return new StageCard(
                stage.id(),
                stage.number(),
                stage.title(),
                stage.summary(),
                progress(lessons),
                lessons);
    }

    private static Progress progress(List<LessonCard> lessons) {
        var written = lessons.stream().filter(LessonCard::written).count();
        var done = lessons.stream().filter(lesson -> lesson.state() == State.DONE).count();
        return new Progress((int) done, (int) written);
    }

    private static LessonCard continueAt(List<LessonCard> lessons) {
        return first(lessons, State.BEGUN, first(lessons, State.UNOPENED, null));
    }

    private static LessonCard first(List<LessonCard> lessons, State state, LessonCard otherwise) {
        return lessons.stream()
                .filter(lesson -> lesson.state() == state)
                .findFirst()
                .orElse(otherwise);
    }
}
