package dev.interleave.web.handin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.classroom.CourseExercises;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.progress.Database;
import dev.interleave.web.progress.Drafts;
import dev.interleave.web.progress.ExerciseKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class whose exercise is due at the second 1000, for one of its learners at 2000. */
@Timeout(300)
class DueHandInsTest {

    private static final Path COURSE = Path.of("src/test/resources/exercise-course");

    @TempDir Path data;
    private final AtomicInteger wakes = new AtomicInteger();
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(data);
        run("INSERT INTO class (id, name, join_code, created_at) VALUES ('c', 'C', 'j', 0)");
        run(
                "INSERT INTO assignment (class, exercise, due_at, attempts, late_rule,"
                        + " late_percent, assigned_at, auto_hand_in) VALUES ('c', 'counter',"
                        + " 1000000, 1, 'cut-off', 0, 0, 1)");
        for (var learner : List.of("ann", "ben", "cem")) {
            run("INSERT INTO learner (id, created_at) VALUES ('%s', 0)".formatted(learner));
            run(
                    ("INSERT INTO account (id, login, name, role, created_at) VALUES"
                                    + " ('%s', '%s', 'N', 'learner', 0)")
                            .formatted(learner, learner));
            run(
                    "INSERT INTO class_member (class, account, role, section, joined_at) VALUES ('c', '%s', 'learner', '', 0)"
                            .formatted(learner));
        }
        run(
                "INSERT INTO extension (class, exercise, account, due_at) VALUES ('c', 'counter',"
                        + " 'cem', 2000000)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_saved_is_handed_in_once_as_of_the_due_date_of_each_learner() {
        save("ann", 900, "ann's");
        save("cem", 950, "cem's first");
        collect(999);
        assertThat(texts("ann")).isEmpty();

        collect(1001);
        assertThat(texts("ann")).containsExactly("ann's");
        assertThat(texts("ben")).isEmpty();
        assertThat(texts("cem")).isEmpty();

        save("cem", 1900, "cem's last");
        collect(2001);
        collect(3000);
        assertThat(texts("ann")).containsExactly("ann's");
        assertThat(texts("cem")).containsExactly("cem's last");
        assertThat(wakes).hasValue(2);
        var handIn = handIns(3000).of(key("cem")).getFirst();
        assertThat(handIn.automatic()).isTrue();
        assertThat(handIn.handedInAt()).isEqualTo(Instant.ofEpochSecond(2000));
    }

    @Test
    void what_was_changed_after_the_due_date_is_not_handed_in() {
        save("ann", 900, "in time");
        save("ann", 1100, "too late");
        collect(1200);

        assertThat(texts("ann")).isEmpty();
    }

    @Test
    void who_has_handed_in_as_often_as_possible_has_handed_in() {
        save("ann", 900, "saved");
        handIns(950).add(key("ann"), Map.of("Counter.java", "chosen"), 1);
        collect(1200);

        assertThat(texts("ann")).containsExactly("chosen");
    }

    private void save(String learner, long second, String text) {
        var drafts = new Drafts(database, at(second));
        var cell = new ExerciseKey(learner, "counter").file("Counter.java");
        var revision = drafts.of(learner, "exercise/counter").get("Counter.java");
        drafts.save(cell, text, revision == null ? 0 : revision.revision());
    }

    private void collect(long second) {
        new DueHandIns(
                        database,
                        new CourseExercises(CourseLibrary.read(COURSE)),
                        handIns(second),
                        new Drafts(database, at(second)),
                        at(second),
                        wakes::incrementAndGet)
                .collect();
    }

    private List<String> texts(String learner) {
        return handIns(0).of(key(learner)).stream()
                .map(each -> each.files().get("Counter.java"))
                .toList();
    }

    private HandIns handIns(long second) {
        return new HandIns(database, at(second));
    }

    private static HandInKey key(String learner) {
        return new HandInKey("c", "counter", learner);
    }

    private static Clock at(long second) {
        return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }

    private void run(String sql) {
        database.write(db -> db.execute(sql));
    }
}
