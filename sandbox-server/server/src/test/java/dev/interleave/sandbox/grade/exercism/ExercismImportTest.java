package dev.interleave.sandbox.grade.exercism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.interleave.sandbox.grade.Exercise;
import dev.interleave.sandbox.grade.ExerciseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExercismImportTest {

    @TempDir private Path work;
    private Path folder;

    @BeforeEach
    void exercise() throws IOException {
        folder = work.resolve("two-boxes");
        write("src/main/java/Box.java", "class Box {}");
        write("src/main/java/Given.java", "class Given {}");
        write(".meta/src/reference/java/Box.java", "class Box { int right; }");
        write("src/test/java/BoxTest.java", "class BoxTest {}");
        write(".docs/introduction.md", "# Introduction\n\nBoxes were invented early.\n");
        write(
                ".docs/instructions.md",
                """
                # Instructions

                Make a [box](https://example.org/box).

                ## 1. Open it

                ```java
                # not a heading
                ```

                ## 2. Close it
                """);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void a_folder_becomes_an_exercise() throws Exception {
        Path made = ExercismImport.into(work.resolve("exercises"), folder);
        Exercise exercise = ExerciseReader.read(made);
        assertThat(exercise.id()).isEqualTo("two-boxes");
        assertThat(exercise.title()).isEqualTo("Two Boxes");
        assertThat(exercise.settings().runDisabled()).isTrue();
        assertThat(exercise.tasks())
                .containsExactly(
                        new Exercise.Task("1", "Open it"), new Exercise.Task("2", "Close it"));
        assertThat(exercise.solutions().getFirst().files())
                .extracting(file -> file.name() + ": " + file.text())
                .containsExactly(
                        "Box.java: class Box { int right; }", "Given.java: class Given {}");
        assertThat(exercise.statement())
                .startsWith("Boxes were invented early.")
                .contains("https://example.org/box[box]")
                .contains("# not a heading")
                .doesNotContain("# Instructions");
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        ExercismImport.into(work.resolve("exercises"), folder);
        assertThatIOException()
                .isThrownBy(() -> ExercismImport.into(work.resolve("exercises"), folder))
                .withMessageContaining("is there already");
    }

    @Test
    void a_missing_part_is_named() throws IOException {
        Files.delete(folder.resolve(".meta/src/reference/java/Box.java"));
        Files.delete(folder.resolve(".meta/src/reference/java"));
        assertThatIOException()
                .isThrownBy(() -> ExercismImport.into(work.resolve("exercises"), folder))
                .withMessageContaining("no reference solution");
    }
}
