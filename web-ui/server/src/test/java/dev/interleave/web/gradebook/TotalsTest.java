package dev.interleave.web.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interleave.web.account.AuditLog;
import dev.interleave.web.classroom.Assignments;
import dev.interleave.web.classroom.Classes;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.progress.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database adds up, against what the rows of the gradebook add up to. */
class TotalsTest {

    private static final long DUE = Duration.ofDays(100).toMillis();
    private static final int LEARNERS = 70;

    private final Random random = new Random(20261122);

    @TempDir Path data;
    private Database database;
    private Gradebook gradebook;

    @BeforeEach
    void fill() {
        database = Database.open(data);
        var audit = new AuditLog(database, Clock.systemUTC());
        gradebook =
                new Gradebook(
                        new Classes(database, audit, Clock.systemUTC()),
                        new Assignments(database, audit, Clock.systemUTC()),
                        new HandIns(database, Clock.systemUTC()),
                        new ManualGrades(database, audit, Clock.systemUTC()),
                        new Totals(database));
        database.write(this::fill);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_database_adds_up_what_the_rows_show() {
        var totals = new Totals(database).of("c");

        var rows = gradebook.rows("c");
        assertThat(rows).hasSize(LEARNERS);
        assertThat(totals).hasSizeGreaterThan(LEARNERS / 2);
        assertThat(rows)
                .allSatisfy(
                        row ->
                                assertThat(totals.getOrDefault(row.learner().account(), 0.0))
                                        .isCloseTo(row.total(), within(1e-9)));
    }

    @Test
    void pages_by_points_have_those_with_most_first_and_every_cell_as_the_export_has_it() {
        var wanted =
                gradebook.rows("c").stream()
                        .sorted(Comparator.comparingDouble(Row::total).reversed())
                        .toList();

        var first = gradebook.part("c", new View("", "total", 1));
        var second = gradebook.part("c", new View("", "total", 2));
        assertThat(first.found()).isEqualTo(LEARNERS);
        assertThat(first.rows()).isEqualTo(wanted.subList(0, 50));
        assertThat(second.rows()).isEqualTo(wanted.subList(50, LEARNERS));
        assertThat(gradebook.part("c", new View("ÄNNE 07", "name", 1)).rows())
                .singleElement()
                .extracting(row -> row.learner().account())
                .isEqualTo("l07");
    }

    private int fill(Handle db) {
        db.execute("INSERT INTO class (id, name, join_code, created_at) VALUES ('c', 'C', 'j', 0)");
        assign(db, "no-date", null, "none", 0);
        assign(db, "free", DUE, "none", 0);
        assign(db, "costs", DUE, "penalty", 7);
        assign(db, "ruins", DUE, "penalty", 60);
        for (var i = 0; i < LEARNERS; i++) {
            var learner = "l%02d".formatted(i);
            enter(db, learner, "Änne %02d".formatted(i));
            for (var exercise : List.of("no-date", "free", "costs", "ruins")) {
                work(db, learner, exercise, i);
            }
        }
        return LEARNERS;
    }

    private void work(Handle db, String learner, String exercise, int i) {
        var attempts = random(4);
        for (var number = 1; number <= attempts; number++) {
            var state = List.of("done", "done", "done", "queued", "impossible").get(random(5));
            db.execute(
                    "INSERT INTO hand_in (class, exercise, learner, number, place, state, files,"
                            + " score, max, handed_in_at) SELECT 'c', ?, ?, ?,"
                            + " COALESCE(MAX(place), 0) + 1, ?, '{}', ?, 10, ? FROM hand_in",
                    exercise,
                    learner,
                    number,
                    state,
                    state.equals("done") ? random(1001) / 100.0 : null,
                    DUE + Duration.ofHours(random(120) - 40).toMillis() + random(2));
        }
        if (random(4) == 0) {
            db.execute("INSERT INTO extension VALUES ('c', ?, ?, ?)", exercise, learner, DUE * 2);
        }
        if (random(5) == 0) {
            db.execute(
                    "INSERT INTO manual_grade VALUES ('c', ?, ?, ?, '', 'somebody', 0)",
                    exercise,
                    learner,
                    i + random(100) / 100.0);
        }
    }

    private int random(int bound) {
        return random.nextInt(bound);
    }

    private static void assign(Handle db, String exercise, Long due, String rule, int percent) {
        db.execute(
                "INSERT INTO assignment (class, exercise, due_at, attempts, late_rule,"
                        + " late_percent, assigned_at) VALUES ('c', ?, ?, 0, ?, ?, 0)",
                exercise,
                due,
                rule,
                percent);
    }

    private static void enter(Handle db, String login, String name) {
        db.execute("INSERT INTO learner (id, created_at) VALUES (?, 0)", login);
        db.execute(
                "INSERT INTO account (id, login, name, role, created_at) VALUES (?, ?, ?,"
                        + " 'learner', 0)",
                login,
                login,
                name);
        db.execute("INSERT INTO class_member VALUES ('c', ?, 'learner', 'A', 0)", login);
    }
}
