package dev.interleave.web.regrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.Grade.TestGrade;
import dev.interleave.sandbox.result.GradeAnswer;
import dev.interleave.sandbox.result.ScheduleStep;
import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tests of an exercise change, and what was handed in is graded again. */
@Timeout(300)
class RegradeTest {

    private static final Path COURSE = Path.of("src/test/resources/exercise-course");

    private static final ScheduleStep STEP =
            new ScheduleStep(
                    ScheduleStep.Kind.BLOCK, "writer", "Counter", "inc", 7, true, "lock", 0);

    @TempDir Path data;
    private final ChangingGrader grader = new ChangingGrader();
    private TestServer server;
    private TestBrowser admin;
    private String path;

    /** Stands at the border to the sandbox; an exercise's tests ask for a word. */
    private static final class ChangingGrader implements Grader {

        private volatile String wanted = "one";

        @Override
        public GradeAnswer grade(String exercise, Map<String, String> files, Tests tests) {
            if (wanted.isEmpty()) {
                return new GradeAnswer.Impossible("Its tests do not compile.");
            }
            var passed = files.get("Counter.java").contains(wanted);
            var points = passed ? 10 : 0;
            var test =
                    new TestGrade(
                            "it says " + wanted,
                            null,
                            true,
                            passed,
                            points,
                            10,
                            passed ? null : "wrong-result",
                            passed ? null : "It does not.",
                            List.of(),
                            passed ? null : "4711",
                            null,
                            passed ? List.of() : List.of(STEP));
            return new GradeAnswer.Graded(
                    new Grade(
                            passed ? "passed" : "failed",
                            points,
                            10,
                            null,
                            List.of(test),
                            1,
                            wanted));
        }

        @Override
        public Optional<String> testsVersion(String exercise) {
            return Optional.of(wanted);
        }
    }

    @BeforeEach
    void start() {
        server = TestServer.withAccounts(data, COURSE, grader);
        admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
        var made = admin.form("/classes", "name", "Again").headers().firstValue("Location");
        path = "/classes/" + made.orElseThrow().replaceAll(".*/", "");
        admin.form(
                path + "/assignments",
                "exercise",
                "counter",
                "due",
                "",
                "attempts",
                "0",
                "late",
                "none",
                "percent",
                "0");
        handIn("ann", "one");
        handIn("ben", "two");
        handIn("cem", "one two");
    }

    @AfterEach
    void close() {
        admin.close();
        server.close();
    }

    @Test
    void changes_are_shown_then_applied_and_undone_to_the_last_byte() {
        var id = TestBrowser.idOf("cem", admin.get(path + "/members").body());
        admin.form(path + "/grades/counter/" + id, "points", "3", "comment", "");
        var before = export();
        assertThat(before).contains("ann,,10.00", "ben,,0.00", "cem,,3.00");

        grader.wanted = "two";
        admin.form(regrade());
        var preview = whenComplete();
        assertThat(TestBrowser.cells(preview))
                .contains("Name of ann", "-10", "Name of ben", "+10")
                .doesNotContain("Name of cem");
        assertThat(preview)
                .contains("2 of 3 hand-ins would change", "New test, passed: it says two");
        assertThat(export()).isEqualTo(before);

        assertThat(admin.form(regrade()).statusCode()).isEqualTo(422);
        assertThat(decide(preview, "apply")).isEqualTo(303);
        assertThat(export()).contains("ann,,0.00", "ben,,10.00", "cem,,3.00");
        assertThat(decide(preview, "apply")).isEqualTo(422);

        assertThat(decide(preview, "undo")).isEqualTo(303);
        assertThat(export()).isEqualTo(before);
        assertThat(admin.get("/audit").body()).contains("applied what", "undone what");
    }

    @Test
    void every_grade_tells_with_what_tests_and_seeds_it_came_about_when_and_by_whom() {
        var id = TestBrowser.idOf("ann", admin.get(path + "/members").body());
        var cell = path + "/grades/counter/" + id;
        grader.wanted = "two";
        admin.form(regrade());
        var preview = whenComplete();
        assertThat(preview)
                .contains("have the version <code>two</code>")
                .containsPattern("with the tests <code>two</code>; before with <code>one</code>");
        decide(preview, "apply");
        assertThat(admin.get(cell).body())
                .contains("(seed 4711)", "<strong>writer</strong> waits, line 7: lock");
        decide(preview, "undo");
        admin.form(cell, "points", "3", "comment", "");
        admin.form(cell, "points", "", "comment", "");

        assertThat(history("ann"))
                .containsExactly(
                        "1,graded,,10.00,10.00,one,",
                        "1,regraded,admin,0.00,10.00,two,4711",
                        "1,undone,admin,10.00,10.00,one,",
                        ",given,admin,3.00,,,",
                        ",taken back,admin,,,,");
        assertThat(TestBrowser.cells(admin.get(cell).body()))
                .contains("attempt 1 was graded again", "two", "4711", "the server", "admin");
        assertThat(admin.get(path + "/members/" + id + "/report").body())
                .contains("version <code>one</code>");
    }

    /** Of a learner, without names, the exercise, and when it was. */
    private List<String> history(String login) {
        return admin.get(path + "/grades-history.csv")
                .body()
                .lines()
                .filter(line -> line.contains("," + login + ","))
                .map(line -> line.replaceFirst("^Name of \\w+,\\w+,,counter,", ""))
                .map(line -> line.replaceFirst(",20[0-9T:.-]+Z,", ","))
                .toList();
    }

    @Test
    void what_broken_tests_could_not_grade_is_graded_when_somebody_says_so() {
        var before = export();
        grader.wanted = "";
        admin.form(regrade());
        var preview = whenComplete();
        assertThat(preview)
                .contains("3 of 3</strong> could not be graded again")
                .containsOnlyOnce("Its tests do not compile.")
                .contains("./interleave check exercises/counter");
        decide(preview, "drop");
        assertThat(export()).isEqualTo(before);
        handIn("dan", "one");
        assertThat(admin.get(path + "/grades").body()).contains("not graded");

        grader.wanted = "one";
        assertThat(admin.get(regrade()).body()).contains("1 hand-in could not be graded");
        admin.form(path + "/exercises/counter/ungraded");
        while (admin.get(path + "/grades").body().contains(">waits<")) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(export()).contains("dan,,10.00");
        assertThat(admin.get(regrade()).body()).doesNotContain("could not be graded at all");
    }

    @Test
    void who_has_points_by_hand_is_told_to_keep_them() {
        var ben = TestBrowser.idOf("ben", admin.get(path + "/members").body());
        admin.form(path + "/grades/counter/" + ben, "points", "3", "comment", "");
        grader.wanted = "two";
        admin.form(regrade());

        assertThat(TestBrowser.cells(whenComplete()))
                .contains("Name of ann", "Name of ben, whose points by hand stay");
    }

    @Test
    void single_learners_can_be_chosen() {
        var ann = TestBrowser.idOf("ann", admin.get(path + "/members").body());
        grader.wanted = "two";
        assertThat(admin.form(regrade(), "whose", "section:Z").statusCode()).isEqualTo(400);
        admin.form(regrade(), "whose", "learner:" + ann);

        assertThat(whenComplete()).contains("1 of 1 hand-ins would change", "of Name of ann");
        assertThat(TestBrowser.cells(admin.get(regrade()).body())).contains("Name of ann");
    }

    @Test
    void only_the_last_one_that_was_applied_can_be_undone() {
        grader.wanted = "two";
        admin.form(regrade());
        var first = whenComplete();
        decide(first, "apply");
        var afterFirst = export();
        grader.wanted = "one two";
        admin.form(regrade());
        var second = whenComplete();

        assertThat(decide(first, "undo")).isEqualTo(422);
        decide(second, "apply");
        assertThat(decide(first, "undo")).isEqualTo(422);
        assertThat(decide(second, "undo")).isEqualTo(303);
        assertThat(export()).isEqualTo(afterFirst);
        assertThat(decide(first, "undo")).isEqualTo(303);
    }

    @Test
    void what_is_dropped_changes_nothing_and_another_can_be_begun() {
        var before = export();
        grader.wanted = "two";
        admin.form(regrade());
        var preview = whenComplete();

        assertThat(decide(preview, "undo")).isEqualTo(422);
        assertThat(decide(preview, "drop")).isEqualTo(303);
        assertThat(decide(preview, "apply")).isEqualTo(422);
        assertThat(export()).isEqualTo(before);
        assertThat(admin.form(regrade()).statusCode()).isEqualTo(303);
    }

    private void handIn(String login, String text) {
        var code = admin.get(path).body().replaceAll("(?s).*/join/([0-9a-f]+).*", "$1");
        try (var learner = admin.invite(login, "learner")) {
            learner.form("/classes/join", "code", code);
            var exercise = path + "/exercises/counter";
            learner.form(exercise, "file Counter.java", text);
            until(learner, exercise);
        }
    }

    private String regrade() {
        return path + "/exercises/counter/regrade";
    }

    private String export() {
        return admin.get(path + "/grades.csv").body();
    }

    private int decide(String page, String what) {
        var id = page.replaceAll("(?s).*?/regrade/([0-9a-f]+)\".*", "$1");
        return admin.form(regrade() + "/" + id, "what", what).statusCode();
    }

    private String whenComplete() {
        return until(admin, regrade());
    }

    /** The page, once it does not follow what is graded any more. */
    private static String until(TestBrowser browser, String path) {
        for (; ; ) {
            var page = browser.get(path);
            if (!page.body().contains("data-live")) {
                return page.body();
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
