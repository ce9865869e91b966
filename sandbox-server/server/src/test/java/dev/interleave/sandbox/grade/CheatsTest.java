package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No cheat gets a point, and after each one the grader still works. Each of them says 41, and
 * passes only if it gets away with that.
 */
class CheatsTest {

    private static final String TESTS =
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;

            import org.junit.jupiter.api.Test;

            class AnswerTest {
                @Test
                void says_42() throws Throwable {
                    assertEquals(42, new Answer().say());
                }
            }
            """;

    private static final String TRUSTING_TESTS =
            """
            import static org.assertj.core.api.Assertions.assertThat;

            import java.util.List;
            import org.junit.jupiter.api.Test;

            class AnswerTest {
                @Test
                void says_42() throws Throwable {
                    assertThat(new Answer().say()).isEqualTo(42);
                }

                @Test
                void says_it_in_company() throws Throwable {
                    var said = new Answer().say();
                    assertThat(said instanceof List<?> list ? list : List.of(said))
                            .isEqualTo(List.of(42));
                }
            }
            """;

    private static final String TESTS_IN_COMPANY =
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;

            import org.junit.jupiter.api.Test;

            class AnswerTest {
                @Test
                void says_42() throws Throwable {
                    assertEquals(42, new Answer().say());
                }

                @Test
                void can_be_made() {
                    assertEquals(Answer.class, new Answer().getClass());
                }
            }
            """;

    private static final String HONEST = "class Answer { Object say() { return 42; } }";

    @TempDir static Path work;
    private static TestJudge judge;
    private static Exercise exercise;
    private static Exercise trusting;
    private static Exercise threads;

    @BeforeAll
    static void open() {
        judge = TestJudge.open(work.resolve("judge"));
        exercise =
                TestExercise.of(
                        work.resolve("answer"),
                        "timeout = 0.5\ncpu = 2\nheap = 64",
                        "Answer",
                        HONEST,
                        TESTS);
        trusting = TestExercise.of(work.resolve("trusting"), "", "Answer", HONEST, TRUSTING_TESTS);
        threads = TestExercise.of(work.resolve("threads"), "", "Answer", HONEST, TESTS_IN_COMPANY);
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    static Stream<Named<String>> refused() {
        return named(Cheats.refused());
    }

    static Stream<Named<String>> run() {
        return named(Cheats.run());
    }

    static Stream<Named<String>> equal() {
        return named(Cheats.equal());
    }

    static Stream<Named<String>> excessive() {
        return named(Cheats.excessive());
    }

    static Stream<Named<String>> misleading() {
        return named(Cheats.misleading());
    }

    private static Stream<Named<String>> named(Map<String, String> cheats) {
        return cheats.entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_not_allowed_is_never_run(String source) {
        GradeReport report = judge.grade(exercise, source);
        assertThat(report.verdict()).as(report.message()).isEqualTo(Verdict.REJECTED);
        assertThat(report.score()).isZero();
        assertThat(report.tests()).extracting(TestResult::fault).containsOnly(Fault.FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("run")
    void what_runs_is_not_believed(String source) {
        GradeReport report = judge.grade(exercise, source);
        assertThat(report.verdict()).as(report.message()).isIn(Verdict.FAILED, Verdict.REJECTED);
        assertThat(report.score()).isZero();
    }

    @Test
    void threads_without_end_are_a_fault_with_a_name_and_cost_one_test() {
        GradeReport report = judge.grade(threads, Cheats.threads());
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
        TestResult first = report.tests().getFirst();
        assertThat(first.fault()).as("%s", report).isEqualTo(Fault.MEMORY);
        assertThat(first.message()).contains("more threads");
        assertThat(report.tests().getLast().passed()).as("%s", report).isTrue();
    }

    @ParameterizedTest
    @MethodSource("equal")
    void what_is_equal_to_everything_equals_nothing(String source) {
        GradeReport report = judge.grade(trusting, source);
        assertThat(report.verdict()).as(report.message()).isEqualTo(Verdict.FAILED);
        assertThat(report.score()).isZero();
    }

    @Test
    void what_is_equal_to_the_right_thing_is_right() {
        assertThat(judge.grade(trusting, HONEST).verdict()).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @MethodSource("misleading")
    void what_misleads_the_compiler_is_not_passed(String source) {
        GradeReport report = judge.grade(exercise, source);
        assertThat(report.verdict()).isIn(Verdict.REJECTED, Verdict.UNGRADABLE);
        assertThat(report.score()).isZero();
    }

    @ParameterizedTest
    @MethodSource("excessive")
    void what_burdens_the_compiler_costs_nobody_else(String source) {
        GradeReport report = judge.grade(exercise, source);
        assertThat(report.verdict()).isIn(Verdict.REJECTED, Verdict.UNGRADABLE);
        assertThat(report.score()).isZero();
        assertThat(judge.grade(exercise, HONEST).verdict()).isEqualTo(Verdict.PASSED);
    }
}
