package dev.interleave.web.handin;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.progress.Database;
import java.time.Clock;
import java.util.List;

/**
 * What those who teach told learners about an exercise.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ClassHints {

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    public ClassHints(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells each of some learners the same. */
    public void give(
            Account by, String classId, String exercise, List<String> learners, String words) {
        database.write(
                db -> {
                    for (var learner : learners) {
                        db.createUpdate(
                                        "INSERT INTO class_hint (class, exercise, learner, number,"
                                            + " words, given_by, given_at) SELECT :class,"
                                            + " :exercise, :learner, COALESCE(MAX(number), 0) + 1,"
                                            + " :words, :by, :now FROM class_hint WHERE class ="
                                            + " :class AND exercise = :exercise AND learner ="
                                            + " :learner")
                                .bindMap(new HandInKey(classId, exercise, learner).columns())
                                .bind("words", words)
                                .bind("by", by.login())
                                .bind("now", clock.millis())
                                .execute();
                    }
                    return audit.note(
                            db,
                            by,
                            "gave %d learners of class %s a hint for %s"
                                    .formatted(learners.size(), classId, exercise));
                });
    }

    /** What a learner was told, the newest first. */
    List<String> of(HandInKey key) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT words FROM class_hint WHERE class = :class AND"
                                                + " exercise = :exercise AND learner = :learner"
                                                + " ORDER BY number DESC")
                                .bindMap(key.columns())
                                .mapTo(String.class)
                                .list());
    }
}
