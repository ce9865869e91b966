package dev.interleave.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.Grade.TestGrade;
import dev.interleave.web.progress.Attempt;
import dev.interleave.web.progress.Database;
import dev.interleave.web.progress.ExerciseKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a report a learner sees, for each wish that a class can have. */
class ShownReportsTest {

    private static final long NOW = 1_000;
    private static final String HAND_IN =
            "INSERT INTO hand_in (class, exercise, learner, number, place, state, files, verdict,"
                    + " handed_in_at) VALUES ('c', 'x', ?, 1, 1, 'done', '{}', ?, 0)";

    @TempDir Path data;
    private Database database;
    private ShownReports reports;

    @BeforeEach
    void open() {
        database = Database.open(data);
        reports =
                new ShownReports(database, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));
        addClass("c", "always");
        for (var who : List.of("ann", "bob")) {
            run("INSERT INTO learner (id, created_at) VALUES (?, 0)", who);
            run(
                    "INSERT INTO account (id, login, name, role, created_at) VALUES (?, ?, ?,"
                            + " 'learner', 0)",
                    who,
                    who,
                    who);
        }
        run("INSERT INTO class_member VALUES ('c', 'ann', 'learner', '', 0)");
        run("INSERT INTO class_member VALUES ('c', 'bob', 'tutor', '', 0)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void always_and_never_mean_that_for_learners_and_nobody_else() {
        assertThat(reports.open("ann", "x")).isTrue();
        wish("never");
        run(HAND_IN, "ann", "passed");
        due(NOW - 1);

        assertThat(reports.open("ann", "x")).isFalse();
        assertThat(reports.open("ann", "other")).isTrue();
        assertThat(reports.open("bob", "x")).isTrue();
    }

    @Test
    void who_has_passed_sees_them_by_a_hand_in_whose_result_is_released_or_by_practice() {
        wish("passed");
        run(HAND_IN, "ann", "failed");
        assertThat(reports.open("ann", "x")).isFalse();
        run("UPDATE hand_in SET verdict = 'passed'");
        assertThat(reports.open("ann", "x")).isTrue();
        run("UPDATE assignment SET results_held = 1");
        assertThat(reports.open("ann", "x")).isFalse();

        var attempt =
                "INSERT INTO attempt (learner, exercise, number, kind, state, files, verdict,"
                        + " started_at) VALUES ('ann', 'x', ?, ?, 'done', '{}', 'passed', 0)";
        run(attempt, 1, "tests");
        assertThat(reports.open("ann", "x")).isFalse();
        run(attempt, 2, "submit");
        assertThat(reports.open("ann", "x")).isTrue();
    }

    @Test
    void after_the_due_date_is_after_that_of_the_learner() {
        wish("due");
        assertThat(reports.open("ann", "x")).isFalse();
        due(NOW);
        assertThat(reports.open("ann", "x")).isFalse();
        due(NOW - 1);
        assertThat(reports.open("ann", "x")).isTrue();
        run("INSERT INTO extension VALUES ('c', 'x', 'ann', ?)", NOW + 1);
        assertThat(reports.open("ann", "x")).isFalse();
    }

    @Test
    void of_several_classes_the_strictest_decides() {
        addClass("d", "never");
        assertThat(reports.open("ann", "x")).isTrue();
        run("INSERT INTO class_member VALUES ('d', 'ann', 'learner', '', 0)");
        assertThat(reports.open("ann", "x")).isFalse();
    }

    @Test
    void of_hidden_tests_only_the_kind_of_the_fault_is_left() throws JsonProcessingException {
        var report =
                new JsonMapper()
                        .writeValueAsString(
                                new Grade(
                                        "failed",
                                        3,
                                        10,
                                        null,
                                        List.of(test("seen", false), test("SECRET", true)),
                                        1,
                                        "v1"));
        wish("never");

        var shown = reports.of("ann", "x", report);
        assertThat(shown).contains("seen", "why seen", "Hidden test 1", "race");
        assertThat(shown).doesNotContain("SECRET");
        assertThat(reports.of("bob", "x", report)).isEqualTo(report);
        assertThat(reports.of("ann", "x", (String) null)).isNull();
        var attempt =
                new Attempt(
                        1,
                        Attempt.SUBMIT,
                        "done",
                        Map.of(),
                        "failed",
                        3.0,
                        10.0,
                        null,
                        report,
                        Instant.EPOCH);
        assertThat(reports.of(new ExerciseKey("ann", "x"), attempt).report()).isEqualTo(shown);
    }

    private static TestGrade test(String name, boolean hidden) {
        return new TestGrade(
                name,
                null,
                hidden,
                false,
                0,
                5,
                "race",
                "why " + name,
                List.of("Counter.java:1 " + name),
                "seed " + name,
                "replay " + name,
                List.of());
    }

    private void addClass(String id, String wish) {
        run(
                "INSERT INTO class (id, name, join_code, created_at, hidden_tests) VALUES (?, ?, ?,"
                        + " 0, ?)",
                id,
                id,
                id,
                wish);
        run(
                "INSERT INTO assignment (class, exercise, attempts, late_rule, late_percent,"
                        + " assigned_at) VALUES (?, 'x', 0, 'none', 0, 0)",
                id);
    }

    private void wish(String wish) {
        run("UPDATE class SET hidden_tests = ?", wish);
    }

    private void due(long at) {
        run("UPDATE assignment SET due_at = ?", at);
    }

    private void run(String sql, Object... values) {
        database.write(db -> db.execute(sql, values));
    }
}
