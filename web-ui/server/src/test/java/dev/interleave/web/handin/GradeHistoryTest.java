package dev.interleave.web.handin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.progress.Database;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grades that a server of before gave, when it kept no history of them. */
class GradeHistoryTest {

    private static final HandInKey ZOE = new HandInKey("c", "x", "zoe");

    @TempDir Path folder;

    @Test
    void what_is_known_of_older_grades_begins_their_history() throws SQLException {
        var url = "jdbc:sqlite:" + folder.resolve("interleave.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/common")
                .target("22")
                .load()
                .migrate();
        fill(url);

        try (var database = Database.open(folder)) {
            var history = new GradeHistory(database, Clock.systemUTC());
            assertThat(history.of(ZOE))
                    .extracting(
                            each ->
                                    "%d %s %s %s"
                                            .formatted(
                                                    each.attempt(),
                                                    each.what(),
                                                    each.points(),
                                                    each.by()))
                    .containsExactly(
                            "1 GRADED 4.0 null",
                            "2 GRADED 7.0 null",
                            "1 REGRADED 6.0 ada",
                            "0 GIVEN 9.0 ada",
                            "2 UNDONE 7.0 ada");
            assertThat(history.of(ZOE)).allMatch(each -> each.tests() == null);
            database.write(
                    db -> {
                        history.byHand(db, ZOE, "ada", null);
                        return 0;
                    });
            assertThat(history.of(ZOE)).hasSize(6);
            assertThat(history.of("c").getLast().what()).isEqualTo(GradeHistory.What.TAKEN_BACK);
        }
    }

    private static void fill(String url) throws SQLException {
        var rows =
                List.of(
                        "INSERT INTO learner VALUES ('zoe', 0)",
                        "INSERT INTO account (id, login, name, role, created_at) VALUES ('zoe',"
                                + " 'zoe', 'Zoe', 'learner', 0)",
                        "INSERT INTO class (id, name, join_code, created_at) VALUES ('c', 'C', 'j',"
                                + " 0)",
                        "INSERT INTO assignment (class, exercise, attempts, late_rule,"
                                + " late_percent, assigned_at) VALUES ('c', 'x', 0, 'none', 0, 0)",
                        "INSERT INTO hand_in (class, exercise, learner, number, place, state,"
                            + " files, score, max, handed_in_at, graded_at) VALUES ('c', 'x',"
                            + " 'zoe', 1, 1, 'done', '{}', 6, 10, 1, 2), ('c', 'x', 'zoe', 2, 2,"
                            + " 'done', '{}', 7, 10, 3, 4), ('c', 'x', 'zoe', 3, 3, 'queued', '{}',"
                            + " NULL, NULL, 5, NULL)",
                        "INSERT INTO regrading (id, class, exercise, state, begun_by, begun_at,"
                                + " ended_by, ended_at) VALUES ('r', 'c', 'x', 'applied', 'ada', 5,"
                                + " 'ada', 6), ('u', 'c', 'x', 'undone', 'ada', 7, 'ada', 9), ('g',"
                                + " 'c', 'x', 'graded', 'ada', 10, NULL, NULL)",
                        "INSERT INTO regraded (regrading, learner, number, state, old_verdict,"
                            + " old_score, old_max, old_report, new_score, new_max) VALUES ('r',"
                            + " 'zoe', 1, 'done', 'failed', 4, 10, '{}', 6, 10), ('r', 'zoe', 2,"
                            + " 'impossible', 'failed', 7, 10, '{}', NULL, NULL), ('u', 'zoe', 2,"
                            + " 'done', 'failed', 7, 10, '{}', 1, 10), ('g', 'zoe', 1, 'done',"
                            + " 'failed', 6, 10, '{}', 2, 10)",
                        "INSERT INTO manual_grade VALUES ('c', 'x', 'zoe', 9, '', 'ada', 8)");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var row : rows) {
                statement.execute(row);
            }
        }
    }
}
