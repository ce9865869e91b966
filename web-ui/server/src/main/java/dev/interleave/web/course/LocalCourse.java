package dev.interleave.web.course;

import java.util.List;
import java.util.Locale;

/**
 * The course in one language, where it is translated, and in the source language elsewhere.
 *
 * <p>Threading: any thread may call anything.
 */
public final class LocalCourse {

    private final CourseLibrary library;
    private final String language;

    LocalCourse(CourseLibrary library, String language) {
        this.library = library;
        this.language = language;
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** The map of the course; its stages and lessons are the same in every language. */
    public Course course() {
        var course = library.course();
        var translation = course.translations().get(language);
        return translation == null
                ? course
                : new Course(course.languages(), translation.stages(), course.translations());
    }

    /**
     * One lesson; {@link Lesson#language} says what language it is really in.
     *
     * @throws NoSuchLesson when there is none of this id
     */
    public Lesson lesson(String id) {
        return library.translation(id, language).orElseGet(() -> library.lesson(id));
    }

    /** All lessons that can be opened, in reading order. */
    public List<Lesson> lessons() {
        return course().written().stream().map(entry -> lesson(entry.id())).toList();
    }

    /** Whether the lesson's translation is older than its source. */
    public boolean isOlder(String id) {
        var translation = library.course().translations().get(language);
        return translation != null && translation.older().contains(id);
    }
}
