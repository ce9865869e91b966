package dev.interleave.web.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Runs of cells and what they told. Of each cell the last {@value #KEPT} runs are kept.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Runs {

    static final int KEPT = 20;

    private final Database database;
    private final Drafts drafts;
    private final Clock clock;

    public Runs(Database database, Drafts drafts, Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Stores a run of a text, and the cell's draft, both or neither.
     *
     * @param draft the same text, or null where it is the author's
     * @param base the revision that the text was made from; 0 for the author's text
     */
    public Begun begin(CellKey cell, String text, String draft, long base) {
        return database.write(
                db ->
                        switch (drafts.save(db, cell, draft, base)) {
                            case Saved.Conflict(var current) -> new Begun.Conflict(current);
                            case Saved.Stored(var stored) -> insert(db, cell, text, stored);
                        });
    }

    /**
     * Adds to what a run told.
     *
     * @param part counts from 0
     * @param events one JSON object each, without line feeds
     */
    public void append(RunKey run, int part, List<String> events) {
        database.write(db -> insertPart(db, run, part, events));
    }

    /** Adds the last of what a run told, and notes how it ended. */
    public void end(RunKey run, int part, List<String> events, RunEnd end) {
        database.write(
                db -> {
                    insertPart(db, run, part, events);
                    return db.createUpdate(
                                    "UPDATE run SET status = :status, limit_name = :limit,"
                                            + " message = :message, eval_millis = :millis"
                                            + " WHERE learner = :learner AND lesson = :lesson"
                                            + " AND number = :number")
                            .bindMap(run.columns())
                            .bind("status", end.status())
                            .bind("limit", end.limit())
                            .bind("message", end.message())
                            .bind("millis", end.evalMillis())
                            .execute();
                });
    }

    /** The last run of each cell of a lesson, with what it told. */
    public Map<String, Run> latest(String learner, String lesson) {
        return database.read(db -> RunRows.latest(db, learner, lesson));
    }

    /** The last run of each cell of a lesson, without what it told. */
    public Map<String, Run> latestWithoutEvents(String learner, String lesson) {
        return database.read(db -> RunRows.latestWithoutEvents(db, learner, lesson));
    }

    /** The kept runs of a cell, oldest first, without what they told. */
    public List<Run> ofCell(CellKey cell) {
        return database.read(db -> RunRows.ofCell(db, cell));
    }

    /** A kept run of a cell, with what it told. */
    public Optional<Run> ofCell(CellKey cell, long number) {
        return database.read(db -> RunRows.ofCell(db, cell, number));
    }

    /** Number of the last run of any cell of a lesson; 0 if there was none. */
    public long lastNumber(String learner, String lesson) {
        return database.read(db -> lastNumber(db, learner, lesson));
    }

    /** Marks every run that is not over; to be called once, before the first run. */
    public void interruptAll() {
        database.write(
                db ->
                        db.createUpdate(
                                        "UPDATE run SET status = :status, message = :message"
                                                + " WHERE status = 'running'")
                                .bind("status", Run.INTERRUPTED)
                                .bind("message", "The server stopped while this ran.")
                                .execute());
    }

    private Begun insert(Handle db, CellKey cell, String text, Draft draft) {
        var last = lastNumber(db, cell.learner(), cell.lesson());
        var run = new RunKey(cell.learner(), cell.lesson(), last + 1);
        var now = clock.millis();
        db.createUpdate(
                        "INSERT INTO run (learner, lesson, number, cell, text, status, started_at)"
                                + " VALUES (:learner, :lesson, :number, :cell, :text, 'running',"
                                + " :now)")
                .bindMap(run.columns())
                .bind("cell", cell.cell())
                .bind("text", text)
                .bind("now", now)
                .execute();
        forgetOldest(db, cell);
        return new Begun.Stored(run, draft, Instant.ofEpochMilli(now));
    }

    private static long lastNumber(Handle db, String learner, String lesson) {
        return db.createQuery(
                        "SELECT COALESCE(MAX(number), 0) FROM run"
                                + " WHERE learner = :learner AND lesson = :lesson")
                .bind("learner", learner)
                .bind("lesson", lesson)
                .mapTo(Long.class)
                .one();
    }

    private static int insertPart(Handle db, RunKey run, int part, List<String> events) {
        return db.createUpdate(
                        "INSERT INTO run_part (learner, lesson, number, part, events)"
                                + " VALUES (:learner, :lesson, :number, :part, :events)")
                .bindMap(run.columns())
                .bind("part", part)
                .bind("events", String.join("\n", events))
                .execute();
    }

    private static void forgetOldest(Handle db, CellKey cell) {
        db.createUpdate(
                        "DELETE FROM run WHERE learner = :learner AND lesson = :lesson"
                                + " AND cell = :cell AND number NOT IN (SELECT number FROM run"
                                + " WHERE learner = :learner AND lesson = :lesson AND cell = :cell"
                                + " ORDER BY number DESC LIMIT "
                                + KEPT
                                + ")")
                .bindMap(cell.columns())
                .execute();
    }
}
