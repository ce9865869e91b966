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

    private static boolean isLesson(Path course, Path file) {
        return course.relativize(file).getNameCount() == 2 && file.toString().endsWith(".json");
    }
}
