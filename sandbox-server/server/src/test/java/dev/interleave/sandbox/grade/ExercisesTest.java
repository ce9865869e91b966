package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exercise of the course does what it says. {@code check} says the same, more often. */
class ExercisesTest {

    @TempDir static Path work;
    private static TestJudge judge;

    @BeforeAll
    static void open() {
        judge = TestJudge.open(work);
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    static Stream<Named<Path>> exercises() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../../exercises"))) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> Named.of(folder.getFileName().toString(), folder))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void does_what_it_says(Path folder) throws IOException, ExerciseException {
        Exercise exercise = ExerciseReader.read(folder);
        var check = new ExerciseCheck(judge.judge, 1, _ -> {});
        assertThat(check.check(exercise)).isEmpty();
    }
}
