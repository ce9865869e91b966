package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author hears about an exercise that does not do what it says. */
class ExerciseCheckTest {

    private static final String RIGHT = "class One { int one() { return 1; } }";
    private static final String TWO = "class One { int one() { return 2; } }";
    private static final String THROWS =
            "class One { int one() { throw new IllegalStateException(); } }";
    private static final String TESTS =
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import org.junit.jupiter.api.Test;

            class OneTest {
                @Test
                void is_one() {
                    assertEquals(1, new One().one());
                }
            }
            """;

    @TempDir static Path work;
    private static TestJudge judge;

    @BeforeAll
    static void open() {
        judge = TestJudge.open(work.resolve("judge"));
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    private static Map<String, String> good() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("exercise.properties", "title = One\n");
        files.put("task.adoc", "Return 1.\n");
        files.put("stub/One.java", TWO);
        files.put("solution/plain/One.java", RIGHT);
        files.put("wrong/two/One.java", TWO);
        files.put("wrong/two/expected.txt", "wrong-result\nfails OneTest.is_one\n");
        files.put("tests/OneTest.java", TESTS);
        return files;
    }

    private static List<String> check(String name, int times, Map<String, String> files)
            throws IOException {
        Exercise exercise = TestExercise.read(TestExercise.write(work.resolve(name), files));
        List<String> tried = new ArrayList<>();
        List<String> problems = new ExerciseCheck(judge.judge, times, tried::add).check(exercise);
        assertThat(tried).as("what was tried").isNotEmpty();
        return problems;
    }

    @Test
    void a_good_exercise_has_no_problems() throws IOException {
        assertThat(check("good", 2, good())).isEmpty();
    }

    @Test
    void each_broken_promise_is_named() throws IOException {
        var files = good();
        files.put("stub/One.java", RIGHT);
        files.put("solution/plain/One.java", RIGHT);
        files.put("solution/wrong/One.java", TWO);
        files.put("wrong/right/One.java", RIGHT);
        files.put("wrong/right/expected.txt", "wrong-result");
        files.put("wrong/throws/One.java", THROWS);
        files.put("wrong/throws/expected.txt", "race");
        assertThat(check("broken", 1, files))
                .anyMatch(problem -> problem.startsWith("broken: stub earns 10.0 points"))
                .anyMatch(problem -> problem.startsWith("broken: solution/wrong is failed"))
                .anyMatch(problem -> problem.equals("broken: wrong/right passes."))
                .anyMatch(
                        problem ->
                                problem.startsWith(
                                        "broken: wrong/throws fails for another reason than it"
                                                + " names"))
                .hasSize(4);
    }

    @Test
    void tests_and_tasks_have_to_fit() throws IOException {
        var files = good();
        files.put("task.adoc", "[#one]\n== One\n\n[#two]\n== Two\n");
        Exercise exercise = TestExercise.read(TestExercise.write(work.resolve("unbound"), files));
        assertThat(new ExerciseCheck(judge.judge, 1, _ -> {}).check(exercise))
                .containsExactlyInAnyOrder(
                        "unbound: the test OneTest.is_one names no task, as in @Tag(\"task:ID\").",
                        "unbound: the task \"one\" has no test.",
                        "unbound: the task \"two\" has no test.");
    }
}
