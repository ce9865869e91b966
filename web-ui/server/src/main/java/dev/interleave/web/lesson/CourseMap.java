package dev.interleave.web.lesson;

import dev.interleave.web.course.Course;
import dev.interleave.web.page.HomePage;
import dev.interleave.web.page.HomePage.LessonCard;
import dev.interleave.web.page.HomePage.StageCard;
import dev.interleave.web.page.HomePage.State;
import dev.interleave.web.progress.Progress.Visited;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The course as one learner sees it: what is done, and where to go on.
 *
 * @param continueAt the lesson that was opened last of those begun and not done, or else the first
 *     unopened one; null when everything is done
 */
record CourseMap(List<StageCard> stages, HomePage.Progress progress, LessonCard continueAt) {

    /**
     * @param visited the lessons that the learner has opened
     * @param cells ids of the cells of a lesson that is written
     */
    static CourseMap of(
            Course course,
            Map<String, Visited> visited,
            Function<Course.Entry, Set<String>> cells) {
        var stages =
                course.stages().stream().map(stage -> stageCard(stage, visited, cells)).toList();
        var lessons = stages.stream().map(StageCard::lessons).flatMap(Collection::stream).toList();
        return new CourseMap(stages, progress(lessons), continueAt(lessons, visited));
    }

    private static StageCard stageCard(
            Course.Stage stage,
            Map<String, Visited> visited,
            Function<Course.Entry, Set<String>> cells) {
        var lessons =
                stage.lessons().stream()
                        .map(
                                lesson ->
                                        lesson.written()
                                                ? lessonCard(
                                                        lesson,
                                                        visited.get(lesson.id()),
                                                        cells.apply(lesson))
                                                : announced(lesson))
                        .toList();
        return new StageCard(
                stage.id(),
                stage.number(),
                stage.title(),
                stage.summary(),
                progress(lessons),
                lessons);
    }

    private static LessonCard lessonCard(Course.Entry lesson, Visited visited, Set<String> cells) {
        var ran = visited == null ? 0L : visited.ran().stream().filter(cells::contains).count();
        return card(lesson, state(visited), (int) ran, cells.size());
    }

    private static LessonCard announced(Course.Entry lesson) {
        return card(lesson, State.ANNOUNCED, 0, 0);
    }

    private static LessonCard card(Course.Entry lesson, State state, int ran, int cells) {
        return new LessonCard(
                lesson.id(),
                lesson.title(),
                lesson.summary(),
                lesson.minutes(),
                lesson.written(),
                state,
                ran,
                cells);
    }

    private static State state(Visited visited) {
        if (visited == null) {
            return State.UNOPENED;
        }
        return visited.done() ? State.DONE : State.BEGUN;
    }

    private static HomePage.Progress progress(List<LessonCard> lessons) {
        var written = lessons.stream().filter(LessonCard::written).count();
        var done = lessons.stream().filter(lesson -> lesson.state() == State.DONE).count();
        return new HomePage.Progress((int) done, (int) written);
    }

    private static LessonCard continueAt(List<LessonCard> lessons, Map<String, Visited> visited) {
        return lessons.stream()
                .filter(lesson -> lesson.state() == State.BEGUN)
                .max(Comparator.comparing(lesson -> visited.get(lesson.id()).openedAt()))
                .orElseGet(() -> firstUnopened(lessons));
    }

    private static LessonCard firstUnopened(List<LessonCard> lessons) {
        return lessons.stream()
                .filter(lesson -> lesson.state() == State.UNOPENED)
                .findFirst()
                .orElse(null);
    }
}
