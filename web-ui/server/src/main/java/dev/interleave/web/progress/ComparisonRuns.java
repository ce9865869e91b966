package dev.interleave.web.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Measurements of comparisons; of each comparison the last {@value #KEPT} are kept, and those that
 * have names.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ComparisonRuns {

    static final int KEPT = 10;

    /** How many of a comparison may have names. */
    public static final int MOST_NAMED = 20;

    private static final String WHERE =
            " WHERE learner = :learner AND lesson = :lesson AND comparison = :comparison";
    private static final String INTERRUPTED =
            "The server ended before this was measured. Your versions are kept; compare again.";
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    public ComparisonRuns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stores what is to be measured on this machine, as running. */
    public ComparisonRun begin(ComparisonKey key, ComparisonRun.Order order, String machine) {
        return database.write(
                db -> {
                    var number = lastNumber(db, key) + 1;
                    db.createUpdate(
                                    "INSERT INTO comparison_run (learner, lesson, comparison,"
                                            + " number, state, prediction, n, same, versions,"
                                            + " started_at, machine) VALUES (:learner, :lesson,"
                                            + " :comparison, :number, 'running', :prediction, :n,"
                                            + " :same, :versions, :now, :machine)")
                            .bindMap(key.columns())
                            .bind("number", number)
                            .bind("prediction", order.prediction())
                            .bind("n", order.n())
                            .bind("same", order.same() ? 1 : 0)
                            .bind("versions", write(order.versions()))
                            .bind("now", clock.millis())
                            .bind("machine", machine)
                            .execute();
                    db.createUpdate(
                                    "DELETE FROM comparison_run"
                                            + WHERE
                                            + " AND number <= :old AND name IS NULL")
                            .bindMap(key.columns())
                            .bind("old", number - KEPT)
                            .execute();
                    return one(db, key, number).orElseThrow();
                });
    }

    /**
     * Notes what came out.
     *
     * @param results JSON: an array with what came out of each pair of versions
     */
    public ComparisonRun end(
            ComparisonKey key, long number, String state, String message, String results) {
        return database.write(
                db -> {
                    db.createUpdate(
                                    "UPDATE comparison_run SET state = :state, message = :message,"
                                            + " results = :results, ended_at = :now"
                                            + WHERE
                                            + " AND number = :number")
                            .bindMap(key.columns())
                            .bind("number", number)
                            .bind("state", state)
                            .bind("message", message)
                            .bind("results", results)
                            .bind("now", clock.millis())
                            .execute();
                    return one(db, key, number).orElseThrow();
                });
    }

    /**
     * Adds what was seen of a version to a measurement that is over, in place of what was seen of
     * the same version before.
     *
     * @param flame JSON: an object whose {@code other} is the number of the version
     */
    public void addResult(ComparisonKey key, long number, String flame) {
        database.write(
                db -> {
                    var run = one(db, key, number);
                    if (run.isEmpty()) {
                        return 0;
                    }
                    return db.createUpdate(
                                    "UPDATE comparison_run SET results = :results"
                                            + WHERE
                                            + " AND number = :number")
                            .bindMap(key.columns())
                            .bind("number", number)
                            .bind("results", with(run.get().results(), flame))
                            .execute();
                });
    }

    private String with(String results, String flame) {
        try {
            var added = json.readTree(flame);
            var all = json.createArrayNode();
            for (var each : json.readTree(results == null ? "[]" : results)) {
                if (!each.get("type").equals(added.get("type"))
                        || !each.get("other").equals(added.get("other"))) {
                    all.add(each);
                }
            }
            return json.writeValueAsString(all.add(added));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Results of a comparison are JSON", e);
        }
    }

    /**
     * Names one of those that are kept, or takes its name away where it is null.
     *
     * @return false if too many have names
     */
    public boolean name(ComparisonKey key, long number, String name) {
        return database.write(
                db -> {
                    if (name != null && named(db, key, number) >= MOST_NAMED) {
                        return false;
                    }
                    db.createUpdate(
                                    "UPDATE comparison_run SET name = :name"
                                            + WHERE
                                            + " AND number = :number")
                            .bindMap(key.columns())
                            .bind("number", number)
                            .bind("name", name)
                            .execute();
                    return true;
                });
    }

    /** How many others have names. */
    private static int named(Handle db, ComparisonKey key, long number) {
        return db.createQuery(
                        "SELECT COUNT(*) FROM comparison_run"
                                + WHERE
                                + " AND name IS NOT NULL AND number <> :number")
                .bindMap(key.columns())
                .bind("number", number)
                .mapTo(Integer.class)
                .one();
    }

    /** Ends what the last server did not get done. */
    public void interruptAll() {
        database.write(
                db ->
                        db.createUpdate(
                                        "UPDATE comparison_run SET state = 'interrupted', message"
                                                + " = :message, results = '[]', ended_at = :now"
                                                + " WHERE state = 'running'")
                                .bind("message", INTERRUPTED)
                                .bind("now", clock.millis())
                                .execute());
    }

    /** All that are kept, oldest first. */
    public List<ComparisonRun> of(ComparisonKey key) {
        return database.read(
                db ->
                        db.createQuery("SELECT * FROM comparison_run" + WHERE + " ORDER BY number")
                                .bindMap(key.columns())
                                .map((row, _) -> read(row))
                                .list());
    }

    /** One of those that are kept. */
    public Optional<ComparisonRun> of(ComparisonKey key, long number) {
        return database.read(db -> one(db, key, number));
    }

    private Optional<ComparisonRun> one(Handle db, ComparisonKey key, long number) {
        return db.createQuery("SELECT * FROM comparison_run" + WHERE + " AND number = :number")
                .bindMap(key.columns())
                .bind("number", number)
                .map((row, _) -> read(row))
                .findOne();
    }

    private static long lastNumber(Handle db, ComparisonKey key) {
        return db.createQuery("SELECT COALESCE(MAX(number), 0) FROM comparison_run" + WHERE)
                .bindMap(key.columns())
                .mapTo(Long.class)
                .one();
    }

    private ComparisonRun read(ResultSet row) throws SQLException {
        return new ComparisonRun(
                row.getLong("number"),
                row.getString("state"),
                row.getInt("prediction"),
                row.getInt("n"),
                row.getInt("same") == 1,
                read(row.getString("versions")),
                row.getString("message"),
                row.getString("results"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                row.getString("name"),
                row.getString("machine"));
    }

    private List<String> read(String texts) {
        try {
            return json.readValue(texts, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Versions of a comparison are JSON", e);
        }
    }

    private String write(List<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }
}
