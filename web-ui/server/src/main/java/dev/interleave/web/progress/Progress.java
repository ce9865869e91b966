package dev.interleave.web.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * How far learners are. A lesson is done when each of its cells was run.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Progress {

    private final Database database;
    private final Clock clock;

    public Progress(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A learner's way through a lesson.
     *
     * @param openedAt when it was opened last
     * @param ran the cells that were run at least once
     */
    public record Visited(Instant openedAt, boolean done, Set<String> ran) {}

    /** Makes a learner known; others cannot store anything. */
    public void enrol(String learner) {
        database.write(
                db ->
                        db.createUpdate(
                                        "INSERT INTO learner (id, created_at) VALUES (:id, :now)"
                                                + " ON CONFLICT (id) DO NOTHING")
                                .bind("id", learner)
                                .bind("now", clock.millis())
                                .execute());
    }

    /** Notes that a learner opened a lesson. */
    public void opened(String learner, String lesson) {
        database.write(
                db ->
                        db.createUpdate(
                                        "INSERT INTO progress (learner, lesson, opened_at) VALUES"
                                                + " (:learner, :lesson, :now) ON CONFLICT (learner,"
                                                + " lesson) DO UPDATE SET opened_at = :now")
                                .bind("learner", learner)
                                .bind("lesson", lesson)
                                .bind("now", clock.millis())
                                .execute());
    }

    /**
     * Notes that a lesson is done if each of these cells was run.
     *
     * @return whether it has just become so
     */
    public boolean doneIfAllRan(String learner, String lesson, Collection<String> cells) {
        return database.write(
                db -> {
                    var ran = ran(db, learner).getOrDefault(lesson, Set.of());
                    return ran.containsAll(cells) && markDone(db, learner, lesson);
                });
    }

    /** Every lesson that a learner has opened. */
    public Map<String, Visited> of(String learner) {
        return database.read(
                db -> {
                    var ran = ran(db, learner);
                    var visited = new HashMap<String, Visited>();
                    db.createQuery(
                                    "SELECT lesson, opened_at, done_at IS NOT NULL AS done FROM"
                                            + " progress WHERE learner = :learner")
                            .bind("learner", learner)
                            .map(
                                    (row, _) ->
                                            visited.put(
                                                    row.getString("lesson"),
                                                    new Visited(
                                                            Instant.ofEpochMilli(
                                                                    row.getLong("opened_at")),
                                                            row.getBoolean("done"),
                                                            ran.getOrDefault(
                                                                    row.getString("lesson"),
                                                                    Set.of()))))
                            .list();
                    return visited;
                });
    }

    private boolean markDone(Handle db, String learner, String lesson) {
        return db.createUpdate(
                                "UPDATE progress SET done_at = :now WHERE learner = :learner AND"
                                        + " lesson = :lesson AND done_at IS NULL")
                        .bind("learner", learner)
                        .bind("lesson", lesson)
                        .bind("now", clock.millis())
                        .execute()
                == 1;
    }

    private static Map<String, Set<String>> ran(Handle db, String learner) {
        var ran = new HashMap<String, Set<String>>();
        db.createQuery(
                        "SELECT DISTINCT lesson, cell FROM run WHERE learner = :learner"
                                + " AND status <> 'running'")
                .bind("learner", learner)
                .map((row, _) -> Map.entry(row.getString("lesson"), row.getString("cell")))
                .forEach(
                        run ->
                                ran.computeIfAbsent(run.getKey(), _ -> new HashSet<>())
                                        .add(run.getValue()));
        return ran;
    }
}
