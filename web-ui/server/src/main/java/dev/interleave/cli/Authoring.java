package dev.interleave.cli;

import dev.interleave.web.authoring.FileWatch;
import dev.interleave.web.authoring.LessonWatch;
import dev.interleave.web.cell.Workbooks;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.page.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What {@code --dev} adds to a server: pages that follow the lessons and templates. */
record Authoring(Installation here) {

    /** Templates that follow their sources. */
    Templates templates() {
        return Templates.reloading(sources(), here.runtime().resolve("templates"));
    }

    /**
     * Follows the files until it is closed.
     *
     * @param problems takes what an author must put right, a sentence each
     */
    Watches watch(CourseLibrary library, Workbooks workbooks, Consumer<String> problems) {
        var templates = new FileWatch(List.of(sources()), workbooks::reloadAll);
        var lessons = new LessonWatch(converter(), listener(library, workbooks, problems));
        return new Watches(templates, lessons);
    }

    record Watches(FileWatch templates, LessonWatch lessons) implements AutoCloseable {

        @Override
        public void close() {
            templates.close();
            lessons.close();
        }
    }

    private Path sources() {
        return here.root().resolve("web-ui/server/src/main/jte");
    }

    /**
     * Unlike a build it goes on for long, so that both compilers, Java's and Ruby's, are worth it.
     */
    private List<String> converter() {
        return List.of(
                here.jdk().resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar().toString(),
                "--watch",
                here.root().resolve("lessons").toString(),
                here.course().toString());
    }

    private Path jar() {
        var folder = here.app().resolve("lessons-build");
        try (var jars = Files.newDirectoryStream(folder, "interleave-lessons-build-*.jar")) {
            return jars.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no converter of lessons in " + folder, e);
        }
    }

    private static LessonWatch.Listener listener(
            CourseLibrary library, Workbooks workbooks, Consumer<String> problems) {
        return new LessonWatch.Listener() {
            @Override
            public void lesson(String id) {
                library.reload(id);
                workbooks.reload(id);
            }

            @Override
            public void course() {
                library.reloadCourse();
            }

            @Override
            public void problem(String sentence) {
                problems.accept(sentence);
            }
        };
    }
}
