package dev.interleave.sandbox.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Exercises that tests write into a folder. */
final class TestExercise {

    private TestExercise() {}

    /** One class, one solution, one class of tests. */
    static Exercise of(Path folder, String settings, String name, String solution, String tests) {
        return read(
                write(
                        folder,
                        Map.of(
                                "exercise.properties",
                                "title = Test\n" + settings,
                                "task.adoc",
                                "Do it.\n",
                                "stub/" + name + ".java",
                                "class " + name + " {}",
                                "solution/one/" + name + ".java",
                                solution,
                                "tests/" + name + "Test.java",
                                tests)));
    }

    static Path write(Path folder, Map<String, String> files) {
        try {
            for (var file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Exercise read(Path folder) {
        try {
            return ExerciseReader.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExerciseException e) {
            throw new IllegalStateException(e);
        }
    }
}
