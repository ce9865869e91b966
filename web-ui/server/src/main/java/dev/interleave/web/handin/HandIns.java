package dev.interleave.web.handin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.web.grading.JobQueue;
import dev.interleave.web.handin.GradeHistory.What;
import dev.interleave.web.progress.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What was handed in, which is also the queue of what is to be graded: both outlive the server.
 *
 * <p>Threading: any thread may call anything.
 */
public final class HandIns implements JobQueue<HandIn> {

    private static final String OF_KEY =
            " WHERE class = :class AND exercise = :exercise AND learner = :learner";
    private static final String SUMMARIES =
            "SELECT exercise, learner, state, score, max, handed_in_at FROM hand_in WHERE class ="
                    + " :class";
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;
    private final GradeHistory history;
    private final JsonMapper json = new JsonMapper();

    public HandIns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.history = new GradeHistory(database, clock);
    }

    /**
     * Stores files, to be graded after those that wait already.
     *
     * @param most how many a learner may hand in; 0 is any number
     * @return empty if the learner has handed in so many
     */
    Optional<HandIn> add(HandInKey key, Map<String, String> files, int most) {
        return add(key, files, most, clock.instant(), false);
    }

    /**
     * Stores files for a learner as of then, once.
     *
     * @return empty if they are handed in already, or the learner has handed in so many
     */
    Optional<HandIn> addFor(HandInKey key, Map<String, String> files, int most, Instant time) {
        var known =
                of(key).stream()
                        .anyMatch(
                                each ->
                                        each.files().equals(files)
                                                || each.automatic()
                                                        && each.handedInAt().equals(time));
        return known ? Optional.empty() : add(key, files, most, time, true);
    }

    private Optional<HandIn> add(
            HandInKey key, Map<String, String> files, int most, Instant time, boolean automatic) {
        return database.write(
                db -> {
                    var before =
                            db.createQuery("SELECT COUNT(*) FROM hand_in" + OF_KEY)
                                    .bindMap(key.columns())
                                    .mapTo(Long.class)
                                    .one();
                    if (most > 0 && before >= most) {
                        return Optional.empty();
                    }
                    db.createUpdate(
                                    "INSERT INTO hand_in (class, exercise, learner, number, place,"
                                        + " state, files, handed_in_at, automatic) SELECT :class,"
                                        + " :exercise, :learner, :number, COALESCE(MAX(place), 0) +"
                                        + " 1, 'queued', :files, :time, :automatic FROM hand_in")
                            .bindMap(key.columns())
                            .bind("number", before + 1)
                            .bind("files", write(files))
                            .bind("time", time.toEpochMilli())
                            .bind("automatic", automatic ? 1 : 0)
                            .execute();
                    return one(db, key, before + 1);
                });
    }

    /** Takes the one that has waited longest, to be graded by who asks. */
    @Override
    public Optional<HandIn> next() {
        return database.write(
                db -> {
                    var next =
                            db.createQuery(
                                            "SELECT * FROM hand_in WHERE state = 'queued' ORDER BY"
                                                    + " place LIMIT 1")
                                    .map((row, _) -> read(row))
                                    .findOne();
                    next.ifPresent(
                            found -> change(db, found, "queued", "state = 'grading'", Map.of()));
                    return next;
                });
    }

    /** Stores what came out, unless that is stored already. */
    @Override
    public void done(HandIn handIn, Grade grade) {
        var values =
                new HashMap<String, Object>(
                        Map.of(
                                "verdict", grade.verdict(),
                                "score", grade.score(),
                                "max", grade.max(),
                                "report", write(grade),
                                "now", clock.millis()));
        values.put("tests", grade.testsVersion());
        database.write(
                db -> {
                    var stored =
                            change(
                                    db,
                                    handIn,
                                    "grading",
                                    "state = 'done', verdict = :verdict, score = :score, max ="
                                            + " :max, report = :report, message = NULL, graded_at"
                                            + " = :now, tests = :tests",
                                    values);
                    if (stored == 1) {
                        history.graded(db, handIn.key(), handIn.number(), What.GRADED, null, grade);
                    }
                    return stored;
                });
    }

    /** Stores why nothing could be graded. */
    @Override
    public void impossible(HandIn handIn, String reason) {
        database.write(
                db ->
                        change(
                                db,
                                handIn,
                                "grading",
                                "state = 'impossible', message = :reason",
                                Map.of("reason", reason)));
    }

    /** Lets everything wait that the last server did not get done. */
    @Override
    public void requeueUnfinished() {
        database.write(
                db ->
                        db.createUpdate(
                                        "UPDATE hand_in SET state = 'queued' WHERE state IN"
                                                + " ('grading', 'impossible')")
                                .execute());
    }

    /** How many of a class's exercise could not be graded. */
    public int impossible(String classId, String exercise) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT COUNT(*) FROM hand_in WHERE class = :class AND"
                                                + " exercise = :exercise AND state = 'impossible'")
                                .bindMap(Map.of("class", classId, "exercise", exercise))
                                .mapTo(Integer.class)
                                .one());
    }

    /** Lets those wait again, and returns how many. */
    public int retryImpossible(String classId, String exercise) {
        return database.write(
                db ->
                        db.createUpdate(
                                        "UPDATE hand_in SET state = 'queued' WHERE class = :class"
                                                + " AND exercise = :exercise AND state ="
                                                + " 'impossible'")
                                .bindMap(Map.of("class", classId, "exercise", exercise))
                                .execute());
    }

    /** How many are graded before this one. */
    int ahead(HandIn handIn) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT COUNT(*) FROM hand_in WHERE state IN ('queued',"
                                                + " 'grading') AND place < (SELECT place FROM"
                                                + " hand_in"
                                                + OF_KEY
                                                + " AND number = :number)")
                                .bindMap(handIn.key().columns())
                                .bind("number", handIn.number())
                                .mapTo(Integer.class)
                                .one());
    }

    /** All of a learner's exercise, oldest first. */
    public List<HandIn> of(HandInKey key) {
        return database.read(
                db ->
                        db.createQuery("SELECT * FROM hand_in" + OF_KEY + " ORDER BY number")
                                .bindMap(key.columns())
                                .map((row, _) -> read(row))
                                .list());
    }

    /** All of a class, without their files and reports. */
    public List<Summary> of(String classId) {
        return database.read(
                db ->
                        db.createQuery(SUMMARIES)
                                .bind("class", classId)
                                .map((row, _) -> summary(row))
                                .list());
    }

    /** Those of some learners of a class. */
    public List<Summary> of(String classId, List<String> learners) {
        return learners.isEmpty()
                ? List.of()
                : database.read(
                        db ->
                                db.createQuery(SUMMARIES + " AND learner IN (<learners>)")
                                        .bind("class", classId)
                                        .bindList("learners", learners)
                                        .map((row, _) -> summary(row))
                                        .list());
    }

    /** Who has handed an exercise in. */
    public Set<String> learners(String classId, String exercise) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT DISTINCT learner FROM hand_in WHERE class = :class"
                                                + " AND exercise = :exercise")
                                .bindMap(Map.of("class", classId, "exercise", exercise))
                                .mapTo(String.class)
                                .set());
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                row.getString("exercise"),
                row.getString("learner"),
                state(row),
                row.getDouble("score"),
                row.getDouble("max"),
                time(row));
    }

    /** One of a class; {@code score} is 0 until it is graded. */
    public record Summary(
            String exercise,
            String learner,
            HandIn.State state,
            double score,
            double max,
            Instant handedInAt) {}

    private static int change(
            Handle db, HandIn handIn, String from, String change, Map<String, ?> values) {
        return db.createUpdate(
                        "UPDATE hand_in SET "
                                + change
                                + OF_KEY
                                + " AND number = :number AND state = :from")
                .bindMap(handIn.key().columns())
                .bindMap(values)
                .bind("number", handIn.number())
                .bind("from", from)
                .execute();
    }

    private Optional<HandIn> one(Handle db, HandInKey key, long number) {
        return db.createQuery("SELECT * FROM hand_in" + OF_KEY + " AND number = :number")
                .bindMap(key.columns())
                .bind("number", number)
                .map((row, _) -> read(row))
                .findOne();
    }

    private HandIn read(ResultSet row) throws SQLException {
        return new HandIn(
                new HandInKey(
                        row.getString("class"),
                        row.getString("exercise"),
                        row.getString("learner")),
                row.getLong("number"),
                state(row),
                read(row.getString("files")),
                row.getString("verdict"),
                row.getObject("score") == null ? null : row.getDouble("score"),
                row.getObject("max") == null ? null : row.getDouble("max"),
                row.getString("message"),
                row.getString("report"),
                time(row),
                row.getObject("graded_at") == null
                        ? null
                        : Instant.ofEpochMilli(row.getLong("graded_at")),
                row.getInt("automatic") == 1);
    }

    private static HandIn.State state(ResultSet row) throws SQLException {
        return HandIn.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    private static Instant time(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong("handed_in_at"));
    }

    private Map<String, String> read(String files) {
        try {
            return json.readValue(files, FILES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Files of a hand-in are JSON", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records can be written as JSON", e);
        }
    }
}
