package dev.interleave.web.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Gradings of exercises. Of those with the public tests the last {@value #KEPT_TESTS} are kept, of
 * the others all.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Attempts {

    static final int KEPT_TESTS = 20;

    private static final String WHERE = " WHERE learner = :learner AND exercise = :exercise";
    private static final String INTERRUPTED =
            "The server ended before this was graded. What you wrote is kept; try again.";
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    public Attempts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stores what is to be graded, as queued. */
    public Attempt begin(ExerciseKey exercise, String kind, Map<String, String> files) {
        return database.write(
                db -> {
                    var number = lastNumber(db, exercise) + 1;
                    db.createUpdate(
                                    "INSERT INTO attempt (learner, exercise, number, kind, state,"
                                            + " files, started_at) VALUES (:learner, :exercise,"
                                            + " :number, :kind, 'queued', :files, :now)")
                            .bindMap(exercise.columns())
                            .bind("number", number)
                            .bind("kind", kind)
                            .bind("files", write(files))
                            .bind("now", clock.millis())
                            .execute();
                    forgetOldTests(db, exercise);
                    return one(db, exercise, number).orElseThrow();
                });
    }

    /** Notes that the grading has begun. */
    public Attempt running(ExerciseKey exercise, long number) {
        return update(exercise, number, "state = 'running'", Map.of());
    }

    /** Notes what came out. */
    public Attempt done(
            ExerciseKey exercise,
            long number,
            String verdict,
            double score,
            double max,
            String report) {
        return update(
                exercise,
                number,
                "state = 'done', verdict = :verdict, score = :score, max = :max, report = :report,"
                        + " ended_at = :now",
                Map.of("verdict", verdict, "score", score, "max", max, "report", report));
    }

    /** Notes that nothing could be graded, and why. */
    public Attempt impossible(ExerciseKey exercise, long number, String reason) {
        return update(
                exercise,
                number,
                "state = 'impossible', message = :reason, ended_at = :now",
                Map.of("reason", reason));
    }

    /** Ends what the last server did not get done. */
    public void interruptAll() {
        database.write(
                db ->
                        db.createUpdate(
                                        "UPDATE attempt SET state = 'interrupted', message ="
                                                + " :message, ended_at = :now WHERE state IN"
                                                + " ('queued', 'running')")
                                .bind("message", INTERRUPTED)
                                .bind("now", clock.millis())
                                .execute());
    }

    /** All that are kept, oldest first. */
    public List<Attempt> of(ExerciseKey exercise) {
        return database.read(
                db ->
                        db.createQuery("SELECT * FROM attempt" + WHERE + " ORDER BY number")
                                .bindMap(exercise.columns())
                                .map((row, _) -> read(row))
                                .list());
    }

    /** One of those that are kept. */
    public Optional<Attempt> of(ExerciseKey exercise, long number) {
        return database.read(db -> one(db, exercise, number));
    }

    private Attempt update(
            ExerciseKey exercise, long number, String change, Map<String, Object> values) {
        return database.write(
                db -> {
                    var changed =
                            db.createUpdate(
                                            "UPDATE attempt SET "
                                                    + change
                                                    + WHERE
                                                    + " AND number = :number")
                                    .bindMap(exercise.columns())
                                    .bindMap(values)
                                    .bind("number", number);
                    if (change.contains(":now")) {
                        changed.bind("now", clock.millis());
                    }
                    changed.execute();
                    return one(db, exercise, number).orElseThrow();
                });
    }

    private Optional<Attempt> one(Handle db, ExerciseKey exercise, long number) {
        return db.createQuery("SELECT * FROM attempt" + WHERE + " AND number = :number")
                .bindMap(exercise.columns())
                .bind("number", number)
                .map((row, _) -> read(row))
                .findOne();
    }

    private static long lastNumber(Handle db, ExerciseKey exercise) {
        return db.createQuery("SELECT COALESCE(MAX(number), 0) FROM attempt" + WHERE)
                .bindMap(exercise.columns())
                .mapTo(Long.class)
                .one();
    }

    private static void forgetOldTests(Handle db, ExerciseKey exercise) {
        db.createUpdate(
                        "DELETE FROM attempt"
                                + WHERE
                                + " AND kind = 'tests' AND number NOT IN (SELECT number FROM"
                                + " attempt"
                                + WHERE
                                + " AND kind = 'tests' ORDER BY number DESC LIMIT "
                                + KEPT_TESTS
                                + ")")
                .bindMap(exercise.columns())
                .execute();
    }

    private Attempt read(ResultSet row) throws SQLException {
        return new Attempt(
                row.getLong("number"),
                row.getString("kind"),
                row.getString("state"),
                read(row.getString("files")),
                row.getString("verdict"),
                row.getObject("score") == null ? null : row.getDouble("score"),
                row.getObject("max") == null ? null : row.getDouble("max"),
                row.getString("message"),
                row.getString("report"),
                Instant.ofEpochMilli(row.getLong("started_at")));
    }

    private Map<String, String> read(String files) {
        try {
            return json.readValue(files, FILES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Files of an attempt are JSON", e);
        }
    }

    private String write(Map<String, String> files) {
        try {
            return json.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }
}
