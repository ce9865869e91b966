package dev.interleave.cli.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.check.StatedCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lessons of a built course, as far as their cells and comparisons go. That their links and ids
 * resolve was checked when they were built.
 */
public final class BuiltLessons {

    /** The language that the lessons are written in. */
    public static final String SOURCE_LANGUAGE = "en";

    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** A lesson in one language. */
    public record Lesson(
            String id, String language, List<StatedCell> cells, List<BuiltComparison> comparisons) {

        public Lesson {
            comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
        }
    }

    private BuiltLessons() {}

    /** All of them, by language and id. */
    public static List<Lesson> read(Path course) throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        try (Stream<Path> files = Files.walk(course, 2)) {
            for (Path file : files.filter(f -> isLesson(course, f)).sorted().toList()) {
                lessons.add(JSON.readValue(file.toFile(), Lesson.class));
            }
        }
        return lessons;
    }

    /** The lessons whose translations into a language are older than they are. */
    public static List<String> older(Path course, String language) throws IOException {
        var map = JSON.readTree(course.resolve("course.json").toFile());
        List<String> older = new ArrayList<>();
        map.path("translations").path(language).path("older").forEach(id -> older.add(id.asText()));
        return older;
    }

    private static boolean isLesson(Path course, Path file) {
        return course.relativize(file).getNameCount() == 2 && file.toString().endsWith(".json");
    }
}
