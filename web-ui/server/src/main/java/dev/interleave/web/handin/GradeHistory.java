package dev.interleave.web.handin;

import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.Grade.TestGrade;
import dev.interleave.web.progress.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * How each grade came about: with which version of the tests, with what seeds, when, and by whom.
 * It is only ever added to, in the transaction that changes the grade.
 *
 * <p>Threading: any thread may call anything.
 */
public final class GradeHistory {

    private static final String ALL = "SELECT * FROM grade_entry WHERE class = :class";

    private final Database database;
    private final Clock clock;

    public GradeHistory(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What happened to a grade. */
    public enum What {
        /** By the tests, after it was handed in. */
        GRADED,
        /** By the tests again, and somebody applied that. */
        REGRADED,
        /** Somebody undid a regrading: it has again what it had before. */
        UNDONE,
        /** By hand. */
        GIVEN,
        /** Points by hand do not count any more. */
        TAKEN_BACK
    }

    /**
     * Something that happened to a grade.
     *
     * @param attempt 0 for points by hand
     * @param by login; null if it was the server
     * @param points without what being late costs; null for what was taken back
     * @param max null for points by hand
     * @param tests version of the tests; null where it is not known, and for points by hand
     * @param seeds of the schedules that failed, separated by blanks; may be empty
     */
    public record Entry(
            HandInKey key,
            long attempt,
            What what,
            Instant at,
            String by,
            Double points,
            Double max,
            String tests,
            String seeds) {}

    /**
     * Adds that an attempt has this grade now.
     *
     * @param by login; null if it was the server
     */
    public void graded(Handle db, HandInKey key, long attempt, What what, String by, Grade grade) {
        var seeds =
                grade.tests().stream()
                        .map(TestGrade::seed)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(" "));
        var values = values(by, grade.score());
        values.put("max", grade.max());
        values.put("tests", grade.testsVersion());
        values.put("seeds", seeds);
        add(db, key, attempt, what, values);
    }

    /**
     * Adds that somebody gave points by hand, or took them back.
     *
     * @param points null for taken back
     */
    void byHand(Handle db, HandInKey key, String by, Double points) {
        var values = values(by, points);
        values.put("max", null);
        values.put("tests", null);
        values.put("seeds", "");
        add(db, key, 0, points == null ? What.TAKEN_BACK : What.GIVEN, values);
    }

    private static HashMap<String, Object> values(String by, Double points) {
        var values = new HashMap<String, Object>();
        values.put("by", by);
        values.put("points", points);
        return values;
    }

    private void add(
            Handle db, HandInKey key, long attempt, What what, HashMap<String, Object> values) {
        db.createUpdate(
                        "INSERT INTO grade_entry (class, exercise, learner, entry, attempt, what,"
                                + " at, given_by, points, max, tests, seeds) SELECT :class,"
                                + " :exercise, :learner, COALESCE(MAX(entry), 0) + 1, :attempt,"
                                + " :what, :now, :by, :points, :max, :tests, :seeds FROM"
                                + " grade_entry WHERE class = :class AND exercise = :exercise AND"
                                + " learner = :learner")
                .bindMap(key.columns())
                .bindMap(values)
                .bind("attempt", attempt)
                .bind("what", what.name().toLowerCase(Locale.ROOT))
                .bind("now", clock.millis())
                .execute();
    }

    /** Of a learner's exercise, the oldest first. */
    public List<Entry> of(HandInKey key) {
        return database.read(
                db ->
                        list(
                                db.createQuery(
                                                ALL
                                                        + " AND exercise = :exercise AND learner ="
                                                        + " :learner ORDER BY entry")
                                        .bindMap(key.columns())));
    }

    /** Of a class, by exercise and learner, the oldest first. */
    public List<Entry> of(String classId) {
        return database.read(
                db ->
                        list(
                                db.createQuery(ALL + " ORDER BY exercise, learner, entry")
                                        .bind("class", classId)));
    }

    private static List<Entry> list(Query query) {
        return query.map((row, _) -> entry(row)).list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new HandInKey(
                        row.getString("class"),
                        row.getString("exercise"),
                        row.getString("learner")),
                row.getLong("attempt"),
                What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("given_by"),
                row.getObject("points") == null ? null : row.getDouble("points"),
                row.getObject("max") == null ? null : row.getDouble("max"),
                row.getString("tests"),
                row.getString("seeds"));
    }
}
