package dev.interleave.web.lti;

import dev.interleave.web.gradebook.ReleasedPoints.Released;
import dev.interleave.web.progress.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Points that platforms have or are to get, in the database: they outlive the server.
 *
 * <p>Threading: any thread may call anything.
 */
final class ScoreQueue {

    /** Pauses double from half a minute on, up to six hours. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final String KEY =
            " WHERE class = :class AND exercise = :exercise AND learner = :learner";

    private final Database database;
    private final Clock clock;

    ScoreQueue(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Lets points wait that are not what was to be sent last. Where there never were any, nothing
     * is to be sent.
     */
    void want(String classId, List<Released> released) {
        var known = database.read(db -> known(db, classId));
        var changed =
                released.stream().filter(each -> !isKnown(known.get(key(each)), each)).toList();
        if (!changed.isEmpty()) {
            database.write(db -> want(db, classId, changed));
        }
    }

    private static List<String> key(Released released) {
        return List.of(released.exercise(), released.learner());
    }

    private static boolean isKnown(Score known, Released released) {
        return known == null
                ? released.points() == null
                : Objects.equals(known.points(), released.points())
                        && known.max() == released.max();
    }

    private static Map<List<String>, Score> known(Handle db, String classId) {
        return db
                .createQuery("SELECT * FROM lti_score WHERE class = :class")
                .bind("class", classId)
                .map((row, _) -> read(row))
                .stream()
                .collect(
                        Collectors.toMap(
                                each -> List.of(each.exercise(), each.learner()),
                                Function.identity()));
    }

    private int want(Handle db, String classId, List<Released> changed) {
        var batch =
                db.prepareBatch(
                        "INSERT INTO lti_score (class, exercise, learner, points, max, at, state,"
                            + " tries, next_at) VALUES (:class, :exercise, :learner, :points, :max,"
                            + " :now, 'waiting', 0, :now) ON CONFLICT (class, exercise, learner) DO"
                            + " UPDATE SET points = :points, max = :max, at = CASE WHEN :now >"
                            + " lti_score.at THEN :now ELSE lti_score.at + 1 END, state ="
                            + " 'waiting', why = NULL, tries = 0, next_at = :now");
        for (var each : changed) {
            batch.bind("class", classId)
                    .bind("exercise", each.exercise())
                    .bind("learner", each.learner())
                    .bind("points", each.points())
                    .bind("max", each.max())
                    .bind("now", clock.millis())
                    .add();
        }
        return batch.execute().length;
    }

    /** Those of a class whose time has come and that learners may see: the least tried first. */
    List<Score> due(String classId) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT * FROM lti_score WHERE class = :class AND state ="
                                                + " 'waiting' AND next_at <= :now AND NOT EXISTS"
                                                + " (SELECT 1 FROM assignment a WHERE a.class ="
                                                + " lti_score.class AND a.exercise ="
                                                + " lti_score.exercise AND a.results_held = 1)"
                                                + " ORDER BY tries, at, exercise, learner")
                                .bind("class", classId)
                                .bind("now", clock.millis())
                                .map((row, _) -> read(row))
                                .list());
    }

    /** Counts a try before it is made, so that one of which nobody knows what became is known. */
    void trying(Score score) {
        set(score, "tries = tries + 1", Map.of());
    }

    void sent(Score score) {
        set(score, "state = 'sent', why = NULL", Map.of());
    }

    void refused(Score score, String why) {
        set(score, "state = 'refused', why = :why", Map.of("why", why));
    }

    /** Tries it again later; the later the more often it was tried. */
    void postpone(Score score, int tries, String why) {
        var pause = PAUSE.multipliedBy(1L << Math.clamp(tries - 1, 0, 16));
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        set(score, "why = :why, next_at = :next", Map.of("why", why, "next", next.toEpochMilli()));
    }

    /** Tries at once what waits and what was refused, as points of now. */
    void again(String classId) {
        database.write(
                db ->
                        db.createUpdate(
                                        "UPDATE lti_score SET at = CASE WHEN state = 'waiting' THEN"
                                            + " at WHEN :now > at THEN :now ELSE at + 1 END, tries"
                                            + " = CASE WHEN state = 'waiting' THEN tries ELSE 0"
                                            + " END, state = 'waiting', next_at = :now WHERE class"
                                            + " = :class AND state <> 'sent'")
                                .bind("class", classId)
                                .bind("now", clock.millis())
                                .execute());
    }

    /** All of a class with where they are, those that are not sent first. */
    List<PlatformClassPage.Points> of(String classId) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT lti_score.*, name FROM lti_score JOIN account ON id"
                                                + " = learner WHERE class = :class ORDER BY CASE"
                                                + " state WHEN 'sent' THEN 1 ELSE 0 END, state,"
                                                + " exercise, name, learner")
                                .bind("class", classId)
                                .map(
                                        (row, _) ->
                                                new PlatformClassPage.Points(
                                                        row.getString("exercise"),
                                                        row.getString("name"),
                                                        read(row).points(),
                                                        row.getString("state"),
                                                        row.getString("why"),
                                                        Instant.ofEpochMilli(
                                                                row.getLong("next_at"))))
                                .list());
    }

    /** The platform's column for an exercise, if it is known. */
    Optional<String> lineItem(String classId, String exercise) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT url FROM lti_line_item WHERE class = :class AND"
                                                + " exercise = :exercise")
                                .bindMap(Map.of("class", classId, "exercise", exercise))
                                .mapTo(String.class)
                                .findOne());
    }

    /** Whether any column of the platform is known for a class. */
    boolean hasLineItem(String classId) {
        return database.read(
                db ->
                        db.createQuery("SELECT COUNT(*) FROM lti_line_item WHERE class = :class")
                                        .bind("class", classId)
                                        .mapTo(Integer.class)
                                        .one()
                                > 0);
    }

    void keepLineItem(String classId, String exercise, String url) {
        database.write(db -> keepLineItem(db, classId, exercise, url));
    }

    /** The same among other statements. */
    static int keepLineItem(Handle db, String classId, String exercise, String url) {
        return db.createUpdate(
                        "INSERT INTO lti_line_item (class, exercise, url) VALUES (:class,"
                                + " :exercise, :url) ON CONFLICT (class, exercise) DO UPDATE SET"
                                + " url = :url")
                .bindMap(Map.of("class", classId, "exercise", exercise, "url", url))
                .execute();
    }

    /** The platform has it no more. */
    void forgetLineItem(String classId, String exercise) {
        database.write(
                db ->
                        db.createUpdate(
                                        "DELETE FROM lti_line_item WHERE class = :class AND"
                                                + " exercise = :exercise")
                                .bindMap(Map.of("class", classId, "exercise", exercise))
                                .execute());
    }

    /** Only where it still is what was sent: others may have come meanwhile. */
    private void set(Score score, String change, Map<String, ?> values) {
        database.write(
                db ->
                        db.createUpdate("UPDATE lti_score SET " + change + KEY + " AND at = :at")
                                .bind("class", score.classId())
                                .bind("exercise", score.exercise())
                                .bind("learner", score.learner())
                                .bind("at", score.at().toEpochMilli())
                                .bindMap(values)
                                .execute());
    }

    private static Score read(ResultSet row) throws SQLException {
        return new Score(
                row.getString("class"),
                row.getString("exercise"),
                row.getString("learner"),
                row.getObject("points") == null ? null : row.getDouble("points"),
                row.getDouble("max"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getInt("tries"));
    }
}
