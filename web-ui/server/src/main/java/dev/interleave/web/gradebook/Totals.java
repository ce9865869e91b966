package dev.interleave.web.gradebook;

import dev.interleave.web.progress.Database;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the points of all learners of a class in the database, by the rules of {@link Gradebook}:
 * to order a large class by them, its hand-ins need not be read. A test holds both against each
 * other.
 *
 * <p>Threading: any thread may call anything.
 */
final class Totals {

    private static final String SUMS =
            """
            WITH graded AS (
                SELECT h.learner, h.exercise, h.score, a.late_rule, a.late_percent,
                    CASE WHEN h.handed_in_at > COALESCE(e.due_at, a.due_at)
                        THEN (h.handed_in_at - COALESCE(e.due_at, a.due_at) + :day - 1) / :day
                        ELSE 0 END AS days
                FROM hand_in h
                JOIN assignment a ON a.class = h.class AND a.exercise = h.exercise
                LEFT JOIN extension e ON e.class = h.class AND e.exercise = h.exercise
                    AND e.account = h.learner
                LEFT JOIN manual_grade m ON m.class = h.class AND m.exercise = h.exercise
                    AND m.learner = h.learner
                WHERE h.class = :class AND h.state = 'done' AND m.learner IS NULL
            ), counted AS (
                SELECT learner, MAX(
                    CASE WHEN late_rule <> 'penalty' THEN score
                        WHEN late_percent * days >= 100 THEN 0.0
                        ELSE FLOOR(score * (100 - late_percent * days) + 0.5) / 100.0 END) AS points
                FROM graded GROUP BY learner, exercise
                UNION ALL SELECT learner, points FROM manual_grade WHERE class = :class
            )
            SELECT learner, SUM(points) AS total FROM counted GROUP BY learner
            """;

    private final Database database;

    Totals(Database database) {
        this.database = database;
    }

    /** Points by learner, of those who have any. */
    Map<String, Double> of(String classId) {
        return database.read(
                db ->
                        db.createQuery(SUMS)
                                .bind("class", classId)
                                .bind("day", Duration.ofDays(1).toMillis())
                                .reduceRows(
                                        new HashMap<>(),
                                        (found, row) -> {
                                            found.put(
                                                    row.getColumn("learner", String.class),
                                                    row.getColumn("total", Double.class));
                                            return found;
                                        }));
    }
}
