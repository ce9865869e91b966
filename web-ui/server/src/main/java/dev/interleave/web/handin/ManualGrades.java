package dev.interleave.web.handin;

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
import org.jdbi.v3.core.statement.Query;

/**
 * Points that were given by hand. What was given before is in the history of the grade.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ManualGrades {

    private static final String OF_KEY =
            " WHERE class = :class AND exercise = :exercise AND learner = :learner";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final GradeHistory history;

    public ManualGrades(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.history = new GradeHistory(database, clock);
    }

    /** Gives points. */
    public void give(Account by, HandInKey key, String login, double points, String comment) {
        database.write(
                db -> {
                    put(db, by, key, points, comment);
                    return audit.note(
                            db,
                            by,
                            "gave %s %.2f points for %s by hand"
                                    .formatted(login, points, key.exercise()));
                });
    }

    /** Points for a learner. */
    public record Given(String learner, double points, String comment) {}

    /** Gives points for an exercise to many at once. */
    public void giveAll(Account by, String classId, String exercise, List<Given> all) {
        database.write(
                db -> {
                    for (var each : all) {
                        var key = new HandInKey(classId, exercise, each.learner());
                        put(db, by, key, each.points(), each.comment());
                    }
                    return audit.note(
                            db,
                            by,
                            "gave %d learners of class %s points for %s by hand, from a file"
                                    .formatted(all.size(), classId, exercise));
                });
    }

    private void put(Handle db, Account by, HandInKey key, double points, String comment) {
        db.createUpdate(
                        "INSERT INTO manual_grade (class, exercise, learner, points, comment,"
                                + " given_by, given_at) VALUES (:class, :exercise, :learner,"
                                + " :points, :comment, :by, :now) ON CONFLICT (class, exercise,"
                                + " learner) DO UPDATE SET points = :points, comment = :comment,"
                                + " given_by = :by, given_at = :now")
                .bindMap(columns(key))
                .bind("points", points)
                .bind("comment", comment)
                .bind("by", by.login())
                .bind("now", clock.millis())
                .execute();
        history.byHand(db, key, by.login(), points);
    }

    /** Lets the points of the tests stand again. */
    public void takeBack(Account by, HandInKey key, String login) {
        database.write(
                db -> {
                    var taken =
                            db.createUpdate("DELETE FROM manual_grade" + OF_KEY)
                                    .bindMap(columns(key))
                                    .execute();
                    if (taken == 0) {
                        return 0;
                    }
                    history.byHand(db, key, by.login(), null);
                    return audit.note(
                            db,
                            by,
                            "took back the points that %s had for %s by hand"
                                    .formatted(login, key.exercise()));
                });
    }

    public Optional<ManualGrade> of(HandInKey key) {
        return database.read(
                db ->
                        db.createQuery("SELECT * FROM manual_grade" + OF_KEY)
                                .bindMap(columns(key))
                                .map((row, _) -> read(row))
                                .findOne());
    }

    /** All of a class. */
    public Map<HandInKey, ManualGrade> of(String classId) {
        return database.read(
                db ->
                        byKey(
                                classId,
                                db.createQuery("SELECT * FROM manual_grade WHERE class = :class")));
    }

    /** Those of some learners of a class. */
    public Map<HandInKey, ManualGrade> of(String classId, List<String> learners) {
        return learners.isEmpty()
                ? Map.of()
                : database.read(
                        db ->
                                byKey(
                                        classId,
                                        db.createQuery(
                                                        "SELECT * FROM manual_grade WHERE class ="
                                                            + " :class AND learner IN (<learners>)")
                                                .bindList("learners", learners)));
    }

    private static Map<HandInKey, ManualGrade> byKey(String classId, Query query) {
        var found = new HashMap<HandInKey, ManualGrade>();
        query.bind("class", classId)
                .map(
                        (row, _) ->
                                found.put(
                                        new HandInKey(
                                                classId,
                                                row.getString("exercise"),
                                                row.getString("learner")),
                                        read(row)))
                .list();
        return found;
    }

    private static ManualGrade read(ResultSet row) throws SQLException {
        return new ManualGrade(
                row.getDouble("points"),
                row.getString("comment"),
                row.getString("given_by"),
                Instant.ofEpochMilli(row.getLong("given_at")));
    }

    private static Map<String, String> columns(HandInKey key) {
        return Map.of("class", key.classId(), "exercise", key.exercise(), "learner", key.learner());
    }
}
