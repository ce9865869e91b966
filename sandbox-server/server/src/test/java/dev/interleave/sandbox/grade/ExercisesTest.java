package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.grader.message.SourceFile;
import dev.interleave.sandbox.grade.Exercise.WrongSolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every exercise of the course does what it says, as far as a quick look tells: the stub, the first
 * solution, and the first wrong one, in the tests that it names. {@code check} tries everything,
 * and more often.
 */
class ExercisesTest {

    @TempDir static Path work;
    private static TestJudge judge;
    private static ExecutorService graders;

    @BeforeAll
    static void open() {
        judge = TestJudge.open(work, JudgeSettings.DEFAULT);
        graders = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void close() {
        graders.shutdownNow();
        judge.close();
    }

    static Stream<Named<Path>> exercises() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../../exercises"))) {
            return folders
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> Named.of(folder.getFileName().toString(), folder))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void does_what_it_says(Path folder) throws Exception {
        Exercise exercise = ExerciseReader.read(folder);
        judge.judge.tests(exercise);
        List<Future<?>> grades = new ArrayList<>();
        grades.add(graders.submit(() -> stub(exercise)));
        grades.add(graders.submit(() -> solution(exercise)));
        for (WrongSolution wrong : exercise.wrong()) {
            assertThat(wrong.tests()).as("tests that %s names", wrong.name()).isNotEmpty();
        }
        WrongSolution first = exercise.wrong().getFirst();
        grades.add(graders.submit(() -> wrong(exercise, first)));
        for (Future<?> grade : grades) {
            grade.get();
        }
    }

    private static Void stub(Exercise exercise) throws IOException, ExerciseException {
        GradeReport report = judge.judge.grade(exercise, submission(exercise.stub()));
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
        assertThat(report.tests()).as("%s", report).noneMatch(TestResult::passed);
        return null;
    }

    private static Void solution(Exercise exercise) throws IOException, ExerciseException {
        Submission solution = submission(exercise.solutions().getFirst().files());
        GradeReport report = judge.judge.grade(exercise, solution);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PASSED);
        assertThat(report.score()).isEqualTo(exercise.points());
        return null;
    }

    private static Void wrong(Exercise exercise, WrongSolution wrong)
            throws IOException, ExerciseException {
        String name = exercise.id() + "/wrong/" + wrong.name();
        GradeReport report =
                judge.judge.grade(
                        exercise,
                        submission(wrong.files()),
                        test -> wrong.tests().contains(test.name()));
        assertThat(report.tests()).as(name).hasSameSizeAs(wrong.tests());
        assertThat(report.tests()).as("%s: %s", name, report).noneMatch(TestResult::passed);
        assertThat(report.tests())
                .as("%s: %s", name, report)
                .anyMatch(result -> wrong.faults().contains(result.fault()));
        return null;
    }

    private static Submission submission(List<SourceFile> files) {
        return new Submission("test", files);
    }
}
