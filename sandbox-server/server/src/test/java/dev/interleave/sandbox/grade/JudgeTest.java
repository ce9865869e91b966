package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real jails: what an instructor hears about submissions of every kind. */
class JudgeTest {

    private static final String TESTS =
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;

            import java.util.concurrent.CompletableFuture;
            import org.junit.jupiter.api.DisplayName;
            import org.junit.jupiter.api.Tag;
            import org.junit.jupiter.api.Test;

            class BoxTest {
                @Test
                @DisplayName("Gives back what was put in")
                void keeps() throws Exception {
                    var box = new Box();
                    box.put(7);
                    assertEquals(7, box.take());
                }

                @Test
                @Tag("points:3")
                @DisplayName("Waits for somebody to put something in")
                void waits() throws Exception {
                    var box = new Box();
                    var taken = new CompletableFuture<Integer>();
                    var taker = Thread.ofVirtual().start(() -> {
                        try {
                            taken.complete(box.take());
                        } catch (Throwable e) {
                            taken.completeExceptionally(e);
                        }
                    });
                    while (taker.getState() != Thread.State.WAITING && taker.isAlive()) {
                        Thread.onSpinWait();
                    }
                    box.put(8);
                    assertEquals(8, taken.get());
                }

                @Test
                @Tag("hidden")
                @DisplayName("Keeps the newest")
                void keeps_newest() throws Exception {
                    var box = new Box();
                    box.put(11);
                    box.put(1234567);
                    assertEquals(1234567, box.take());
                }
            }
            """;

    private static final String GOOD =
            """
            class Box {
                private Integer value;

                synchronized void put(int v) {
                    value = v;
                    notifyAll();
                }

                synchronized int take() throws InterruptedException {
                    while (value == null) {
                        wait();
                    }
                    int taken = value;
                    value = null;
                    return taken;
                }
            }
            """;

    private static final String COUNTER =
            """
            class Counter {
                private int count;

                synchronized void inc() {
                    count++;
                }

                synchronized int get() {
                    return count;
                }
            }
            """;

    private static final String SCENARIOS =
            """
            import dev.interleave.explore.Explore;
            import dev.interleave.explore.Run;
            import org.junit.jupiter.api.Tag;

            public class CounterTest {
                @Explore
                public void counts(Run run) throws Exception {
                    var counter = new Counter();
                    run.go("left", counter::inc);
                    run.go("right", counter::inc);
                    run.joinAll();
                    run.checkEquals(2, counter.get(), "the count");
                }

                @Explore
                @Tag("hidden")
                public void counts_in_secret(Run run) throws Exception {
                    counts(run);
                }
            }
            """;

    private static final String NAP =
            """
            class Nap {
                Nap take() throws InterruptedException {
                    Thread.sleep(60_000);
                    return this;
                }
            }
            """;

    private static final String CATCHES_INTERRUPTS =
            """
            import static org.junit.jupiter.api.Assertions.fail;

            import org.junit.jupiter.api.Test;

            class NapTest {
                @Test
                void ends_by_an_interrupt() {
                    Thread.currentThread().interrupt();
                    try {
                        new Nap().take();
                        fail("It returned.");
                    } catch (InterruptedException e) {
                        // As it should be.
                    }
                }
            }
            """;

    @TempDir static Path work;
    private static TestJudge judge;
    private static Exercise exercise;
    private static Exercise counting;

    @BeforeAll
    static void open() {
        judge = TestJudge.open(work.resolve("judge"));
        exercise =
                TestExercise.of(
                        work.resolve("box"),
                        "points = 5\ntimeout = 0.5\ncpu = 2",
                        "Box",
                        GOOD,
                        TESTS);
        counting = TestExercise.of(work.resolve("counter"), "", "Counter", COUNTER, SCENARIOS);
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    @Test
    void a_right_solution_gets_all_points() {
        GradeReport report = judge.grade(exercise, GOOD);
        assertThat(report.tests()).allMatch(TestResult::passed);
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.score()).isEqualTo(5.0).isEqualTo(report.max());
        assertThat(report.tests()).extracting(TestResult::points).containsExactly(1.0, 3.0, 1.0);
        assertThat(report.tests())
                .extracting(result -> result.test().name())
                .containsExactly("BoxTest.keeps", "BoxTest.waits", "BoxTest.keeps_newest");
    }

    @Test
    void a_wrong_result_costs_one_test_and_hidden_values_stay_hidden() {
        GradeReport report = judge.grade(exercise, GOOD.replace("value = v;", "value = v % 100;"));
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.score()).isEqualTo(4.0);
        TestResult hidden = report.tests().getLast();
        assertThat(hidden.fault()).isEqualTo(Fault.WRONG_RESULT);
        assertThat(hidden.message()).doesNotContain("1234567");
    }

    @Test
    void a_test_that_hangs_costs_only_itself_and_says_who_waits() {
        GradeReport report = judge.grade(exercise, GOOD.replace("notifyAll();", ""));
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.tests())
                .extracting(TestResult::fault)
                .containsExactly(null, Fault.DEADLOCK, null);
        assertThat(report.tests().get(1).message()).contains("Box.take");
        assertThat(report.score()).isEqualTo(2.0);
    }

    @Test
    void an_endless_loop_is_stopped() {
        GradeReport report = judge.grade(exercise, GOOD.replace("wait();", "Thread.onSpinWait();"));
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.tests().get(0).passed()).isTrue();
        assertThat(report.tests().get(1).passed()).isFalse();
        assertThat(report.tests().get(2).passed()).isTrue();
    }

    @Test
    void what_does_not_compile_is_ungradable_and_says_where() {
        GradeReport report = judge.grade(exercise, "class Box {\n    int put() { return x; }\n}");
        assertThat(report.verdict()).isEqualTo(Verdict.UNGRADABLE);
        assertThat(report.message()).contains("Box.java:2");
        assertThat(report.score()).isZero();
    }

    @Test
    void what_has_no_code_is_ungradable() {
        assertThat(judge.grade(exercise, "// later\n/* or never */ ").verdict())
                .isEqualTo(Verdict.UNGRADABLE);
    }

    @Test
    void a_method_that_the_tests_call_and_nobody_wrote_is_named() {
        GradeReport report = judge.grade(exercise, GOOD.replace("take()", "get()"));
        assertThat(report.verdict()).isEqualTo(Verdict.UNGRADABLE);
        assertThat(report.message()).contains("take()").doesNotContain("BoxTest");
    }

    @Test
    void a_signature_that_differs_harmlessly_is_no_fault() {
        GradeReport report =
                judge.grade(exercise, GOOD.replace("int take()", "public Integer take()"));
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void what_swallows_an_exception_and_so_declares_none_hears_it_from_the_tests() {
        Exercise catching =
                TestExercise.of(work.resolve("nap"), "", "Nap", NAP, CATCHES_INTERRUPTS);
        String swallows =
                """
                class Nap {
                    Object take() {
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException e) {
                            // Wide awake.
                        }
                        return this;
                    }
                }
                """;
        assertThat(judge.grade(catching, NAP).verdict()).isEqualTo(Verdict.PASSED);
        GradeReport report = judge.grade(catching, swallows);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
        assertThat(report.tests()).extracting(TestResult::fault).containsOnly(Fault.WRONG_RESULT);
    }

    @Test
    void a_failing_schedule_is_shown_step_by_step_and_a_hidden_one_by_the_learners_lines() {
        GradeReport report =
                judge.grade(counting, COUNTER.replace("synchronized void inc()", "void inc()"));
        assertThat(report.tests()).extracting(TestResult::fault).containsOnly(Fault.RACE);
        TestResult open = report.tests().getFirst();
        assertThat(open.seed()).isNotNull();
        assertThat(open.replay()).isNotNull();
        assertThat(open.steps())
                .anyMatch(step -> step.own() && step.line() == 5 && step.thread().equals("left"))
                .anyMatch(step -> step.own() && step.line() == 5 && step.thread().equals("right"))
                .anyMatch(step -> !step.own() && step.className().equals("CounterTest"));
        TestResult hidden = report.tests().getLast();
        assertThat(hidden.replay()).isNull();
        assertThat(hidden.steps())
                .isNotEmpty()
                .allMatch(step -> step.own() && step.thread().startsWith("thread "));
    }

    @Test
    void a_scenario_is_passed_by_what_is_right_in_every_schedule() {
        GradeReport report = judge.grade(counting, COUNTER);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PASSED);
        assertThat(report.tests()).allMatch(result -> result.steps().isEmpty());
    }

    @Test
    void a_series_grades_the_same_submission_with_one_seed_after_the_other() throws Exception {
        String racy = COUNTER.replace("synchronized void inc()", "void inc()");
        var series = judge.judge.series(counting, Submission.ofText("test", counting, racy));
        GradeReport usual = series.grade(Judge.USUAL_SEED);
        GradeReport other = series.grade(417);
        assertThat(usual.tests()).extracting(TestResult::fault).containsOnly(Fault.RACE);
        assertThat(other.tests()).extracting(TestResult::fault).containsOnly(Fault.RACE);
        assertThat(usual.tests().getFirst().seed())
                .isEqualTo(judge.grade(counting, racy).tests().getFirst().seed());
        assertThat(other.tests().getFirst().seed()).isEqualTo("417");
    }

    @Test
    void a_series_of_what_does_not_compile_says_so_each_time() throws Exception {
        var series = judge.judge.series(exercise, Submission.ofText("test", exercise, "class {"));
        assertThat(series.grade(1).verdict()).isEqualTo(Verdict.UNGRADABLE);
        assertThat(series.grade(2).verdict()).isEqualTo(Verdict.UNGRADABLE);
    }

    @Test
    void what_is_too_long_to_be_explored_is_told_so_and_is_no_cheat() {
        String method = "    void many() {\n" + "        count++;\n".repeat(5_000) + "    }\n}";
        String tooLong = COUNTER.stripTrailing().replaceAll("}$", method);
        GradeReport report = judge.grade(counting, tooLong);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FAILED);
        assertThat(report.tests()).extracting(TestResult::fault).containsOnly(Fault.FORBIDDEN);
        assertThat(report.tests().getFirst().message())
                .contains("cannot be explored", "The class Counter", "many", "shorter");
    }
}
