package dev.interleave.web.course;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    /** Reads the map of the course again, after it was built again. */
    public void reloadCourse() {
        course = read(folder.resolve("course.json"), Course.class);
    }

    /** Reads one lesson again, after it was built again. */
    public void reload(String id) {
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
        lessons.put(id, lesson);
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
