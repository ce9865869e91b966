package dev.interleave.web.course;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The course as it was built into a folder: {@code course.json} and {@code LANGUAGE/LESSON.json}.
 * All of it is read at the start, so that a lesson that cannot be read ends the start and not a
 * reader's request.
 *
 * <p>Threading: any thread may call anything.
 */
public final class CourseLibrary {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final Path folder;
    private final String language;
    private final Map<String, Lesson> lessons = new ConcurrentHashMap<>();

    /** By language and id. */
    private final Map<String, Lesson> translations = new ConcurrentHashMap<>();

    private volatile Course course;

    private CourseLibrary(Path folder) {
        this.folder = folder;
        this.course = read(folder.resolve("course.json"), Course.class);
        this.language = course.languages().getFirst();
    }

    /**
     * Reads a built course.
     *
     * @throws CourseException when a file is missing or is not what it should be
     */
    public static CourseLibrary read(Path folder) {
        var library = new CourseLibrary(folder);
        library.course.written().forEach(entry -> library.reload(entry.id()));
        return library;
    }

    /** The map of the course. */
    public Course course() {
        return course;
    }

    /**
     * One lesson.
     *
     * @throws NoSuchLesson when there is none of this id
     */
    public Lesson lesson(String id) {
        var lesson = lessons.get(id);
        if (lesson == null) {
            throw new NoSuchLesson(id, course.written());
        }
        return lesson;
    }

    /** The course for readers of a language. */
    public LocalCourse in(String wanted) {
        return new LocalCourse(this, wanted);
    }

    /** A lesson in another language, if it is translated and fits its source. */
    Optional<Lesson> translation(String id, String wanted) {
        return Optional.ofNullable(translations.get(wanted + "/" + id));
    }

    /** Reads the map of the course again, after it was built again. */
    public void reloadCourse() {
        course = read(folder.resolve("course.json"), Course.class);
        course.translations().values().stream()
                .flatMap(each -> Stream.concat(each.current().stream(), each.older().stream()))
                .distinct()
                .forEach(this::reload);
    }

    /** Reads one lesson again, in all languages, after it was built again. */
    public void reload(String id) {
        var lesson = source(id);
        var translated =
                course.translations().entrySet().stream()
                        .map(each -> translation(id, each.getKey(), each.getValue()))
                        .flatMap(Optional::stream)
                        .toList();
        var cells = lesson.cells().stream().map(cell -> cell.translated(sources(cell, translated)));
        lessons.put(id, lesson.withCells(cells.toList()));
    }

    private Optional<Lesson> translation(String id, String other, Course.Translation translated) {
        var key = other + "/" + id;
        if (!translated.current().contains(id) && !translated.older().contains(id)) {
            translations.remove(key);
            return Optional.empty();
        }
        var lesson = read(folder.resolve(other).resolve(id + ".json"), Lesson.class);
        translations.put(key, lesson);
        return Optional.of(lesson);
    }

    private static List<String> sources(Lesson.LessonCell cell, List<Lesson> translated) {
        return translated.stream()
                .map(lesson -> lesson.cell(cell.id()))
                .flatMap(Optional::stream)
                .map(Lesson.LessonCell::source)
                .toList();
    }

    private Lesson source(String id) {
        var file = folder.resolve(language).resolve(id + ".json");
        var lesson = read(file, Lesson.class);
        for (var cell : lesson.cells()) {
            if (Profile.named(cell.profile()).isEmpty()) {
                throw new CourseException(
                        "%s names the profile \"%s\", which does not exist."
                                .formatted(file, cell.profile()),
                        null);
            }
        }
        return lesson;
    }

    private static <T> T read(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            throw new CourseException(
                    "There is no built course here: %s is missing.".formatted(file), null);
        }
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new CourseException("Could not read %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
