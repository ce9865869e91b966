package dev.interleave.web.handin;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.progress.Database;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The rubrics of all exercises of all classes.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Rubrics {

    private static final String OF_EXERCISE = " WHERE class = :class AND exercise = :exercise";

    private final Database database;
    private final AuditLog audit;

    public Rubrics(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** One of an exercise, with what the learner has met. */
    public Rubric of(HandInKey key) {
        return database.read(
                db ->
                        new Rubric(
                                db.createQuery(
                                                "SELECT * FROM rubric_item"
                                                        + OF_EXERCISE
                                                        + " ORDER BY number")
                                        .bindMap(exercise(key.classId(), key.exercise()))
                                        .map(
                                                (row, _) ->
                                                        new Rubric.Item(
                                                                row.getInt("number"),
                                                                row.getString("words"),
                                                                row.getDouble("points")))
                                        .list(),
                                db.createQuery(
                                                "SELECT number FROM rubric_mark"
                                                        + OF_EXERCISE
                                                        + " AND learner = :learner")
                                        .bindMap(key.columns())
                                        .mapTo(Integer.class)
                                        .list()));
    }

    /** Gives an exercise another rubric. What learners have met of items that go, goes. */
    public void set(Account by, String classId, String exercise, List<Rubric.Item> items) {
        database.write(
                db -> {
                    db.createUpdate("DELETE FROM rubric_mark" + OF_EXERCISE + " AND number > :most")
                            .bindMap(exercise(classId, exercise))
                            .bind("most", items.size())
                            .execute();
                    db.createUpdate("DELETE FROM rubric_item" + OF_EXERCISE + " AND number > :most")
                            .bindMap(exercise(classId, exercise))
                            .bind("most", items.size())
                            .execute();
                    items.forEach(item -> put(db, classId, exercise, item));
                    return audit.note(
                            db,
                            by,
                            "changed the rubric of %s in class %s".formatted(exercise, classId));
                });
    }

    /** Notes which items a learner has met, and no others. */
    public void mark(HandInKey key, List<Integer> numbers) {
        database.write(
                db -> {
                    db.createUpdate(
                                    "DELETE FROM rubric_mark"
                                            + OF_EXERCISE
                                            + " AND learner = :learner")
                            .bindMap(key.columns())
                            .execute();
                    for (var number : numbers) {
                        db.createUpdate(
                                        "INSERT INTO rubric_mark (class, exercise, learner, number)"
                                                + " VALUES (:class, :exercise, :learner, :number)")
                                .bindMap(key.columns())
                                .bind("number", number)
                                .execute();
                    }
                    return numbers.size();
                });
    }

    private static void put(Handle db, String classId, String exercise, Rubric.Item item) {
        db.createUpdate(
                        "INSERT INTO rubric_item (class, exercise, number, words, points) VALUES"
                                + " (:class, :exercise, :number, :words, :points) ON CONFLICT"
                                + " (class, exercise, number) DO UPDATE SET words = :words, points"
                                + " = :points")
                .bindMap(exercise(classId, exercise))
                .bind("number", item.number())
                .bind("words", item.words())
                .bind("points", item.points())
                .execute();
    }

    private static Map<String, String> exercise(String classId, String exercise) {
        return Map.of("class", classId, "exercise", exercise);
    }
}
