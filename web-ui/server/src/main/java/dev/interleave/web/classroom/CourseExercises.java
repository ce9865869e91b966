package dev.interleave.web.classroom;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Exercise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exercises of the course's lessons, which are those that a class can be given.
 *
 * <p>Threading: any thread may call anything.
 */
public record CourseExercises(CourseLibrary library) {

    /** An exercise, and the lesson in which its statement is. */
    public record Listed(Exercise exercise, String lesson, String lessonTitle) {}

    /** In the order of the course. */
    public List<Listed> all() {
        return List.copyOf(byId().values());
    }

    public Optional<Listed> find(String exercise) {
        for (Course.Entry entry : library.course().written()) {
            var found = library.lesson(entry.id()).exercise(exercise);
            if (found.isPresent()) {
                return Optional.of(new Listed(found.get(), entry.id(), entry.title()));
            }
        }
        return Optional.empty();
    }

    /** Its title; its id where the course has it no more. */
    public String title(String exercise) {
        return find(exercise).map(found -> found.exercise().title()).orElse(exercise);
    }

    private Map<String, Listed> byId() {
        var found = new LinkedHashMap<String, Listed>();
        for (Course.Entry entry : library.course().written()) {
            var lesson = library.lesson(entry.id());
            lesson.exercises()
                    .forEach(
                            each ->
                                    found.putIfAbsent(
                                            each.id(),
                                            new Listed(each, entry.id(), entry.title())));
        }
        return found;
    }
}
