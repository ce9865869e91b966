package dev.interleave.web.handin;

import dev.interleave.web.classroom.CourseExercises;
import dev.interleave.web.progress.Database;
import dev.interleave.web.progress.Drafts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Hands in for learners, when an exercise is due, what they saved last and did not hand in, where
 * the class wants that. A due date that passes while the server is down is made up for.
 *
 * <p>Threading: any thread may call anything.
 */
public final class DueHandIns {

    private final Database database;
    private final CourseExercises exercises;
    private final HandIns handIns;
    private final SavedFiles saved;
    private final Clock clock;
    private final Runnable handedIn;

    /**
     * @param handedIn is called when something was
     */
    public DueHandIns(
            Database database,
            CourseExercises exercises,
            HandIns handIns,
            Drafts drafts,
            Clock clock,
            Runnable handedIn) {
        this.database = database;
        this.exercises = exercises;
        this.handIns = handIns;
        this.saved = new SavedFiles(drafts);
        this.clock = clock;
        this.handedIn = handedIn;
    }

    /** A due date of an exercise: the class's, or one of single learners. */
    private record Due(String classId, String exercise, int attempts, Instant at) {

        Map<String, String> exerciseColumns() {
            return Map.of("class", classId, "exercise", exercise);
        }
    }

    /** Hands in what is due and was not looked at. */
    public void collect() {
        for (var due : dues()) {
            for (var learner : learners(due)) {
                handIn(due, learner);
            }
            note(due);
        }
    }

    private void handIn(Due due, String learner) {
        var key = new HandInKey(due.classId(), due.exercise(), learner);
        var added =
                exercises
                        .find(due.exercise())
                        .flatMap(found -> saved.at(due.at(), learner, found.exercise()))
                        .flatMap(files -> handIns.addFor(key, files, due.attempts(), due.at()));
        if (added.isPresent()) {
            handedIn.run();
        }
    }

    private List<Due> dues() {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT a.class AS class, a.exercise AS exercise,"
                                            + " a.attempts AS attempts, d.due_at AS due_at FROM"
                                            + " (SELECT class, exercise, due_at FROM assignment"
                                            + " UNION SELECT class, exercise, due_at FROM"
                                            + " extension) d JOIN assignment a ON a.class = d.class"
                                            + " AND a.exercise = d.exercise JOIN class ON class.id"
                                            + " = a.class WHERE a.auto_hand_in = 1 AND"
                                            + " class.archived_at IS NULL AND d.due_at < :now AND"
                                            + " NOT EXISTS (SELECT 1 FROM collected c WHERE c.class"
                                            + " = d.class AND c.exercise = d.exercise AND c.due_at"
                                            + " = d.due_at)")
                                .bind("now", clock.millis())
                                .map(
                                        (row, _) ->
                                                new Due(
                                                        row.getString("class"),
                                                        row.getString("exercise"),
                                                        row.getInt("attempts"),
                                                        Instant.ofEpochMilli(
                                                                row.getLong("due_at"))))
                                .list());
    }

    private List<String> learners(Due due) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT m.account FROM class_member m JOIN assignment a ON"
                                            + " a.class = m.class AND a.exercise = :exercise LEFT"
                                            + " JOIN extension e ON e.class = m.class AND"
                                            + " e.exercise = a.exercise AND e.account = m.account"
                                            + " WHERE m.class = :class AND m.role = 'learner' AND"
                                            + " COALESCE(e.due_at, a.due_at) = :due")
                                .bindMap(due.exerciseColumns())
                                .bind("due", due.at().toEpochMilli())
                                .mapTo(String.class)
                                .list());
    }

    private void note(Due due) {
        database.write(
                db ->
                        db.createUpdate(
                                        "INSERT INTO collected (class, exercise, due_at) VALUES"
                                                + " (:class, :exercise, :due) ON CONFLICT (class,"
                                                + " exercise, due_at) DO NOTHING")
                                .bindMap(due.exerciseColumns())
                                .bind("due", due.at().toEpochMilli())
                                .execute());
    }
}
