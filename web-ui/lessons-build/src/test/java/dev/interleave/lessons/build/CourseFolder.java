package dev.interleave.lessons.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small course in a temporary folder: a map with one lesson, {@code one}, until a test adds to
 * it.
 */
final class CourseFolder {

    /** Shared by all tests, because starting its engine takes seconds. */
    static final AsciiDoc ASCII_DOC = new AsciiDoc();

    static final String HEADER =
            """
            = One
            :description: The first.
            :minutes: 5

            """;

    private final Path lessons;
    private final Path target;

    CourseFolder(Path folder) throws IOException {
        lessons = folder.resolve("lessons");
        target = folder.resolve("course");
        write("en/course.adoc", map("xref:one.adoc[One]:: The first."));
        lesson("Some text.\n");
    }

    static String map(String entries) {
        return """
        = A course

        [#stage-1]
        == The stage

        Its summary.

        """
                + entries
                + "\n";
    }

    /** The lesson {@code one} with this text after its header, which has four lines. */
    CourseFolder lesson(String text) throws IOException {
        return write("en/one.adoc", HEADER + text);
    }

    CourseFolder write(String file, String text) throws IOException {
        var path = lessons.resolve(file).normalize();
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    void delete(String file) throws IOException {
        Files.delete(lessons.resolve(file));
    }

    /** A build as after a new start of the program. */
    CourseBuild build() {
        return build(ASCII_DOC);
    }

    CourseBuild build(AsciiDoc asciiDoc) {
        return new CourseBuild(lessons, target, asciiDoc);
    }

    List<String> problems() throws IOException {
        return build().run().problems().stream().map(Problem::toString).toList();
    }

    /** The lesson {@code one} as the server gets it; the course must be without problems. */
    JsonNode builtLesson() throws IOException {
        var problems = problems();
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
        return built("en/one.json");
    }

    JsonNode built(String file) throws IOException {
        return Json.MAPPER.readTree(target.resolve(file).toFile());
    }

    boolean isBuilt(String file) {
        return Files.exists(target.resolve(file));
    }
}
