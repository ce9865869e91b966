package dev.interleave.web.account;

import dev.interleave.web.progress.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What instructors and admins did. It is only ever added to.
 *
 * <p>Threading: any thread may call anything.
 */
public final class AuditLog {

    private final Database database;
    private final Clock clock;

    public AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody did something.
     *
     * @param actor login of who did it
     * @param what a sentence without them
     */
    public record Entry(Instant at, String actor, String what) {}

    public void note(Account actor, String what) {
        database.write(db -> note(db, actor, what));
    }

    /** The same among other statements, so that it is noted if and only if it was done. */
    public int note(Handle db, Account actor, String what) {
        return db.createUpdate(
                        "INSERT INTO audit (number, at, actor, what) SELECT"
                                + " COALESCE(MAX(number), 0) + 1, :now, :actor, :what FROM audit")
                .bindMap(Map.of("now", clock.millis(), "actor", actor.login(), "what", what))
                .execute();
    }

    /** The newest first, from a place on. */
    List<Entry> page(int from, int most) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT * FROM audit ORDER BY number DESC LIMIT :most"
                                                + " OFFSET :from")
                                .bindMap(Map.of("most", most, "from", from))
                                .map(
                                        (row, _) ->
                                                new Entry(
                                                        Instant.ofEpochMilli(row.getLong("at")),
                                                        row.getString("actor"),
                                                        row.getString("what")))
                                .list());
    }
}
