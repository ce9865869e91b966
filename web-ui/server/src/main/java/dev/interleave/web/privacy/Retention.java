package dev.interleave.web.privacy;

import dev.interleave.web.progress.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Deletes what learners handed in, and what they got for it, so many days after a class was
 * archived as the class wants. The class itself and what was assigned stay.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Retention {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final List<String> TABLES =
            List.of(
                    "manual_grade",
                    "rubric_mark",
                    "code_comment",
                    "class_hint",
                    "extension",
                    "lti_score",
                    "grade_entry",
                    "hand_in",
                    "regrading");

    private final Database database;
    private final Clock clock;

    public Retention(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Deletes what is old enough. */
    public void run() {
        var due =
                database.read(
                        db ->
                                db.createQuery(
                                                "SELECT id FROM class WHERE keep_days > 0 AND"
                                                    + " archived_at + keep_days * :day < :now AND"
                                                    + " EXISTS (SELECT 1 FROM class_member WHERE"
                                                    + " class = class.id AND role = 'learner')")
                                        .bind("day", DAY)
                                        .bind("now", clock.millis())
                                        .mapTo(String.class)
                                        .list());
        due.forEach(classId -> database.write(db -> forget(db, classId)));
    }

    private static int forget(Handle db, String classId) {
        db.createUpdate(
                        "DELETE FROM regraded WHERE regrading IN (SELECT id FROM regrading WHERE"
                                + " class = :class)")
                .bind("class", classId)
                .execute();
        for (var table : TABLES) {
            db.createUpdate("DELETE FROM " + table + " WHERE class = :class")
                    .bind("class", classId)
                    .execute();
        }
        return db.createUpdate("DELETE FROM class_member WHERE class = :class AND role = 'learner'")
                .bind("class", classId)
                .execute();
    }
}
