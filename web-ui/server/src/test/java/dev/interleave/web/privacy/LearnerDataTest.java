package dev.interleave.web.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.account.Role;
import dev.interleave.web.progress.Database;
import dev.interleave.web.report.ShownReports;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two learners who have something in every table, of whom one is deleted. */
@Timeout(300)
class LearnerDataTest {

    private static final Account ADMIN =
            new Account("admin-id", "ada", "Ada", Role.ADMIN, false, false);

    @TempDir Path folder;
    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1), ZoneOffset.UTC);
    private Database database;
    private LearnerData data;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        data =
                new LearnerData(
                        database, new AuditLog(database, clock), new ShownReports(database, clock));
        run("INSERT INTO class (id, name, join_code, created_at) VALUES ('c', 'C', 'j', 0)");
        run(
                "INSERT INTO assignment (class, exercise, attempts, late_rule, late_percent,"
                        + " assigned_at) VALUES ('c', 'x', 0, 'none', 0, 0)");
        run("INSERT INTO rubric_item VALUES ('c', 'x', 1, 'w', 1)");
        fill("zoe", 1);
        fill("yan", 2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Everything that refers to a learner, or to what refers to one, and so on. */
    @Test
    void every_column_that_names_a_learner_is_known() {
        var owned = new HashSet<>(Set.of("learner.id", "account.id"));
        var before = 0;
        while (owned.size() > before) {
            before = owned.size();
            for (var table : tables()) {
                rows("PRAGMA foreign_key_list(%s)".formatted(table)).stream()
                        .filter(key -> owned.contains(key.get("table") + "." + key.get("to")))
                        .forEach(key -> owned.add(table + "." + key.get("from")));
            }
        }

        assertThat(LearnerData.OWNED)
                .map(each -> each.table() + "." + each.column())
                .containsExactlyInAnyOrderElementsOf(owned);
    }

    @Test
    void the_export_has_rows_of_every_table_and_nothing_that_signs_in() {
        var export = data.of("zoe-id");

        assertThat(export).allSatisfy((table, rows) -> assertThat(rows).as(table).hasSize(1));
        assertThat(export.toString())
                .contains("zoe", "text of zoe")
                .doesNotContain("yan", "secret of");
    }

    @Test
    void learners_take_along_no_results_that_are_not_released() {
        run("UPDATE hand_in SET report = 'the result'");
        assertThat(data.forThemselves("zoe-id").toString()).contains("the result");
        assertThat(data.forThemselves("zoe-id").get("regraded")).hasSize(1);

        run("UPDATE assignment SET results_held = 1");
        var own = data.forThemselves("zoe-id");
        assertThat(own.toString()).doesNotContain("the result");
        assertThat(own.get("hand_in")).hasSize(1);
        assertThat(own.get("manual_grade")).isEmpty();
        assertThat(own.get("code_comment")).isEmpty();
        assertThat(own.get("regraded")).isEmpty();
        assertThat(own.get("grade_entry")).isEmpty();
        assertThat(own.get("draft")).hasSize(1);
    }

    @Test
    void nothing_of_who_is_deleted_is_left_and_everything_of_the_others_is() {
        var others = new TreeMap<>(data.of("yan-id"));

        data.delete(ADMIN, new Account("zoe-id", "zoe", "Name of zoe", Role.LEARNER, false, false));

        assertThat(everything()).noneMatch(value -> value.contains("zoe"));
        assertThat(new TreeMap<>(data.of("yan-id"))).isEqualTo(others);
        assertThat(everything())
                .contains("gave (deleted) 3 points", "gave yan-marie 3 points")
                .contains("deleted an account and all that belonged to it");
    }

    @Test
    void a_class_forgets_its_learners_so_many_days_after_it_was_archived() {
        run("UPDATE class SET keep_days = 10, archived_at = 0");
        new Retention(database, at(10)).run();
        assertThat(data.of("zoe-id").get("hand_in")).hasSize(1);

        new Retention(database, at(11)).run();
        assertThat(data.of("zoe-id").get("hand_in")).isEmpty();
        assertThat(data.of("zoe-id").get("manual_grade")).isEmpty();
        assertThat(data.of("zoe-id").get("grade_entry")).isEmpty();
        assertThat(data.of("zoe-id").get("class_member")).isEmpty();
        assertThat(data.of("zoe-id").get("draft")).hasSize(1);
        assertThat(rows("SELECT * FROM regraded")).isEmpty();
        assertThat(rows("SELECT * FROM assignment")).hasSize(1);
    }

    private static Clock at(int day) {
        return Clock.fixed(Instant.EPOCH.plusSeconds(day * 86_400L), ZoneOffset.UTC);
    }

    private void fill(String login, int number) {
        var me = "'" + login + "-id'";
        run("INSERT INTO learner VALUES (%s, 0)".formatted(me));
        run(
                "INSERT INTO account (id, login, name, role, password, created_at) VALUES (%1$s, '%2$s', 'Name of %2$s', 'learner', 'secret of %2$s', 0)"
                        .formatted(me, login));
        run("INSERT INTO sign_in VALUES ('secret of %s', %s, 0, 0)".formatted(login, me));
        run("INSERT INTO identity VALUES ('openid x', 'sub of %s', %s, 0)".formatted(login, me));
        run("INSERT INTO password_link VALUES ('secret of %s', %s, 0)".formatted(login, me));
        run("INSERT INTO draft VALUES (%s, 'l', 'c', 1, 'text of %s', 0)".formatted(me, login));
        run("INSERT INTO draft_history VALUES (%s, 'l', 'c', 1, 't', 0)".formatted(me));
        run(
                "INSERT INTO run (learner, lesson, number, cell, text, status, started_at) VALUES (%s, 'l', 1, 'c', 't', 's', 0)"
                        .formatted(me));
        run("INSERT INTO run_part VALUES (%s, 'l', 1, 1, 'e')".formatted(me));
        run("INSERT INTO progress VALUES (%s, 'l', 0, 0)".formatted(me));
        run(
                "INSERT INTO attempt (learner, exercise, number, kind, state, files, started_at) VALUES (%s, 'x', 1, 'tests', 'done', '{}', 0)"
                        .formatted(me));
        run("INSERT INTO exercise_help VALUES (%s, 'x', 1, 0)".formatted(me));
        run("INSERT INTO own_cell VALUES (%s, 'l', 1, 'c', 1, 0)".formatted(me));
        run("INSERT INTO quiz_answer VALUES (%s, 'l', 'q', '1', 1, 1, 0)".formatted(me));
        run("INSERT INTO note VALUES (%s, 'l', 'p', 'b', 't', 1, 0)".formatted(me));
        run("INSERT INTO card_review VALUES (%s, 'l', 'c', 1, 3, 0)".formatted(me));
        run(
                "INSERT INTO comparison_run (learner, lesson, comparison, number, state, prediction, n, same, versions, started_at) VALUES (%s, 'l', 'c', 1, 'done', 1, 1, 0, '[]', 0)"
                        .formatted(me));
        run(
                "INSERT INTO class_member (class, account, role, section, joined_at) VALUES ('c', %s, 'learner', '', 0)"
                        .formatted(me));
        run("INSERT INTO extension VALUES ('c', 'x', %s, 0)".formatted(me));
        run(
                "INSERT INTO hand_in (class, exercise, learner, number, place, state, files, handed_in_at) VALUES ('c', 'x', %s, 1, %d, 'done', '{}', 0)"
                        .formatted(me, number));
        run(
                "INSERT INTO lti_score VALUES ('c', 'x', %s, 1, 1, 0, 'sent', NULL, 1, 0)"
                        .formatted(me));
        run("INSERT INTO class_hint VALUES ('c', 'x', %s, 1, 'w', '%s', 0)".formatted(me, login));
        run("INSERT INTO rubric_mark VALUES ('c', 'x', %s, 1)".formatted(me));
        run(
                "INSERT INTO code_comment VALUES ('c', 'x', %s, 1, 'f', 1, 'w', '%s', 0)"
                        .formatted(me, login));
        run(
                "INSERT INTO grade_entry VALUES ('c', 'x', %s, 1, 1, 'graded', 0, '%s', 1, 1, 'v', '')"
                        .formatted(me, login));
        run("INSERT INTO manual_grade VALUES ('c', 'x', %s, 1, '', 'ada', 0)".formatted(me));
        run(
                "INSERT INTO regrading (id, class, exercise, state, begun_by, begun_at, ended_by) VALUES ('r%d', 'c', 'x', 'applied', '%s', 0, '%2$s')"
                        .formatted(number, login));
        run(
                "INSERT INTO regraded (regrading, learner, number, state, old_verdict, old_score, old_max, old_report) VALUES ('r%d', %s, 1, 'done', '', 0, 0, '{}')"
                        .formatted(number, me));
        run(
                "INSERT INTO audit VALUES (%d, 0, '%s', 'gave %2$s 3 points')"
                        .formatted(2 * number, login));
        run(
                "INSERT INTO audit VALUES (%d, 0, 'ada', 'gave yan-marie 3 points')"
                        .formatted(2 * number + 1));
    }

    private List<String> everything() {
        var values = new ArrayList<String>();
        for (var table : tables()) {
            rows("SELECT * FROM " + table)
                    .forEach(row -> row.values().forEach(each -> values.add(String.valueOf(each))));
        }
        return values;
    }

    private List<String> tables() {
        return rows("SELECT name FROM sqlite_master WHERE type = 'table'").stream()
                .map(row -> row.get("name").toString())
                .toList();
    }

    private List<java.util.Map<String, Object>> rows(String sql) {
        return database.read(db -> db.createQuery(sql).mapToMap().list());
    }

    private void run(String sql) {
        database.write(db -> db.execute(sql));
    }
}
