package dev.interleave.web.classroom;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.progress.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which exercises a class has to do until when, and who has longer.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Assignments {

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    public Assignments(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Assigns an exercise, or changes how it is assigned. */
    void assign(Account by, String classId, Assignment wanted) {
        database.write(
                db -> {
                    db.createUpdate(
                                    "INSERT INTO assignment (class, exercise, release_at, due_at,"
                                        + " attempts, late_rule, late_percent, auto_hand_in,"
                                        + " results_held, assigned_at) VALUES (:class, :exercise,"
                                        + " :release, :due, :attempts, :rule, :percent, :auto,"
                                        + " :held, :now) ON CONFLICT (class, exercise) DO UPDATE"
                                        + " SET release_at = :release, due_at = :due, attempts ="
                                        + " :attempts, late_rule = :rule, late_percent = :percent,"
                                        + " auto_hand_in = :auto, results_held = :held")
                            .bind("class", classId)
                            .bind("exercise", wanted.exercise())
                            .bind("release", millis(wanted.releaseAt()))
                            .bind("due", millis(wanted.dueAt()))
                            .bind("attempts", wanted.attempts())
                            .bind("rule", wanted.lateRule().code())
                            .bind("percent", wanted.latePercent())
                            .bind("auto", wanted.autoHandIn() ? 1 : 0)
                            .bind("held", wanted.resultsHeld() ? 1 : 0)
                            .bind("now", clock.millis())
                            .execute();
                    return audit.note(
                            db,
                            by,
                            "assigned %s in class %s".formatted(wanted.exercise(), classId));
                });
    }

    /**
     * Assigns an exercise, without dates and limits, that a learning platform has a link to; how it
     * is assigned already stays.
     *
     * @param by who followed that link
     */
    public void assignOnce(Account by, String classId, String exercise) {
        database.write(
                db -> {
                    var added =
                            db.createUpdate(
                                            "INSERT INTO assignment (class, exercise, attempts,"
                                                + " late_rule, late_percent, assigned_at) VALUES"
                                                + " (:class, :exercise, 0, :rule, 0, :now) ON"
                                                + " CONFLICT (class, exercise) DO NOTHING")
                                    .bindMap(Map.of("class", classId, "exercise", exercise))
                                    .bind("rule", LateRule.NONE.code())
                                    .bind("now", clock.millis())
                                    .execute();
                    return added == 0
                            ? 0
                            : audit.note(
                                    db,
                                    by,
                                    "followed a platform's link, which assigned %s in class %s"
                                            .formatted(exercise, classId));
                });
    }

    /** Lets learners see their results. */
    void releaseResults(Account by, String classId, String exercise) {
        database.write(
                db -> {
                    db.createUpdate(
                                    "UPDATE assignment SET results_held = 0 WHERE class = :class"
                                            + " AND exercise = :exercise")
                            .bindMap(Map.of("class", classId, "exercise", exercise))
                            .execute();
                    return audit.note(
                            db,
                            by,
                            "released the results of %s in class %s".formatted(exercise, classId));
                });
    }

    /** Gives a learner longer, or takes that back with a null. */
    void extend(Account by, String classId, String exercise, Member learner, Instant until) {
        database.write(
                db -> {
                    db.createUpdate(
                                    "DELETE FROM extension WHERE class = :class AND exercise ="
                                            + " :exercise AND account = :account")
                            .bindMap(key(classId, exercise, learner.account()))
                            .execute();
                    if (until != null) {
                        db.createUpdate(
                                        "INSERT INTO extension (class, exercise, account, due_at)"
                                                + " VALUES (:class, :exercise, :account, :due)")
                                .bindMap(key(classId, exercise, learner.account()))
                                .bind("due", millis(until))
                                .execute();
                    }
                    return audit.note(
                            db,
                            by,
                            "set the due date of %s for %s to %s"
                                    .formatted(
                                            exercise,
                                            learner.login(),
                                            until == null ? "that of the class" : until));
                });
    }

    /** All of a class, those due first before the others, without anybody's extensions. */
    public List<Assignment> of(String classId) {
        return database.read(db -> all(db, classId));
    }

    /** All of a class as a learner is concerned. */
    public List<Assignment> of(String classId, String learner) {
        return database.read(
                db -> {
                    var longer = extensions(db, classId).get(learner);
                    return all(db, classId).stream().map(each -> each.forLearner(longer)).toList();
                });
    }

    /** One of them. */
    public Optional<Assignment> of(String classId, String learner, String exercise) {
        return of(classId, learner).stream()
                .filter(each -> each.exercise().equals(exercise))
                .findFirst();
    }

    /** Other due dates, by learner and exercise. */
    public Map<String, Map<String, Instant>> extensions(String classId) {
        return database.read(db -> extensions(db, classId));
    }

    private static Map<String, Map<String, Instant>> extensions(Handle db, String classId) {
        var found = new HashMap<String, Map<String, Instant>>();
        db.createQuery("SELECT * FROM extension WHERE class = :class")
                .bind("class", classId)
                .map(
                        (row, _) ->
                                found.computeIfAbsent(
                                                row.getString("account"), _ -> new HashMap<>())
                                        .put(
                                                row.getString("exercise"),
                                                Instant.ofEpochMilli(row.getLong("due_at"))))
                .list();
        return found;
    }

    private static List<Assignment> all(Handle db, String classId) {
        return db.createQuery(
                        "SELECT * FROM assignment WHERE class = :class ORDER BY due_at IS NULL,"
                                + " due_at, assigned_at, exercise")
                .bind("class", classId)
                .map((row, _) -> read(row))
                .list();
    }

    private static Assignment read(ResultSet row) throws SQLException {
        return new Assignment(
                row.getString("exercise"),
                time(row, "release_at"),
                time(row, "due_at"),
                row.getInt("attempts"),
                LateRule.of(row.getString("late_rule")).orElseThrow(),
                row.getInt("late_percent"),
                row.getInt("auto_hand_in") == 1,
                row.getInt("results_held") == 1);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }

    private static Map<String, String> key(String classId, String exercise, String account) {
        return Map.of("class", classId, "exercise", exercise, "account", account);
    }

    private static Long millis(Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
