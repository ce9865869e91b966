package dev.interleave.web.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What learners typed into cells. Two tabs never overwrite each other: a text is stored only on top
 * of the revision that it was made from.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Drafts {

    private static final int HISTORY = 20;

    private final Database database;
    private final Clock clock;

    public Drafts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A cell after a reset; {@code previous} is null where it had the author's text already. */
    public record WasReset(Draft previous, long revision) {}

    /** Every cell of a lesson that was ever changed. */
    public Map<String, Draft> of(String learner, String lesson) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT cell, text, revision FROM draft"
                                                + " WHERE learner = :learner AND lesson = :lesson")
                                .bind("learner", learner)
                                .bind("lesson", lesson)
                                .reduceRows(
                                        new HashMap<>(),
                                        (drafts, row) -> {
                                            drafts.put(
                                                    row.getColumn("cell", String.class),
                                                    new Draft(
                                                            row.getColumn("text", String.class),
                                                            row.getColumn("revision", Long.class)));
                                            return drafts;
                                        }));
    }

    /** When a cell of a lesson was changed last; empty if none was. */
    public Optional<Instant> lastChange(String learner, String lesson) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT MAX(saved_at) FROM draft WHERE learner = :learner"
                                                + " AND lesson = :lesson")
                                .bind("learner", learner)
                                .bind("lesson", lesson)
                                .mapTo(Long.class)
                                .findOne()
                                .map(Instant::ofEpochMilli));
    }

    /**
     * Stores a text.
     *
     * @param text null for the author's text, which is not stored: a cell that nobody changed
     *     follows its author
     * @param base the revision that the text was made from; 0 for the author's text
     */
    public Saved save(CellKey cell, String text, long base) {
        return database.write(db -> save(db, cell, text, base));
    }

    /**
     * Gives a cell the author's text again.
     *
     * @return what it had, which stays in the history, and its revision now
     */
    public WasReset reset(CellKey cell) {
        return database.write(db -> reset(db, cell));
    }

    Saved save(Handle db, CellKey cell, String text, long base) {
        var current = current(db, cell);
        if (Objects.equals(text, current.text())) {
            // Also a repeated request whose answer was lost.
            return new Saved.Stored(current);
        }
        if (current.revision() != base) {
            return new Saved.Conflict(current);
        }
        var draft = new Draft(text, base + 1);
        put(db, cell, draft);
        return new Saved.Stored(draft);
    }

    private WasReset reset(Handle db, CellKey cell) {
        var current = current(db, cell);
        if (current.text() == null) {
            return new WasReset(null, current.revision());
        }
        db.createUpdate(
                        "INSERT INTO draft_history (learner, lesson, cell, revision, text,"
                                + " replaced_at) VALUES (:learner, :lesson, :cell, :revision,"
                                + " :text, :now)")
                .bindMap(cell.columns())
                .bind("revision", current.revision())
                .bind("text", current.text())
                .bind("now", clock.millis())
                .execute();
        forgetOldest(db, cell);
        var draft = new Draft(null, current.revision() + 1);
        put(db, cell, draft);
        return new WasReset(current, draft.revision());
    }

    private static Draft current(Handle db, CellKey cell) {
        return db.createQuery(
                        "SELECT text, revision FROM draft WHERE learner = :learner"
                                + " AND lesson = :lesson AND cell = :cell")
                .bindMap(cell.columns())
                .map((row, _) -> new Draft(row.getString("text"), row.getLong("revision")))
                .findOne()
                .orElse(Draft.NONE);
    }

    private void put(Handle db, CellKey cell, Draft draft) {
        db.createUpdate(
                        "INSERT INTO draft (learner, lesson, cell, revision, text, saved_at)"
                                + " VALUES (:learner, :lesson, :cell, :revision, :text, :now)"
                                + " ON CONFLICT (learner, lesson, cell) DO UPDATE SET"
                                + " revision = :revision, text = :text, saved_at = :now")
                .bindMap(cell.columns())
                .bind("revision", draft.revision())
                .bind("text", draft.text())
                .bind("now", clock.millis())
                .execute();
    }

    private static void forgetOldest(Handle db, CellKey cell) {
        db.createUpdate(
                        "DELETE FROM draft_history WHERE learner = :learner AND lesson = :lesson"
                                + " AND cell = :cell AND revision NOT IN (SELECT revision FROM"
                                + " draft_history WHERE learner = :learner AND lesson = :lesson"
                                + " AND cell = :cell ORDER BY revision DESC LIMIT "
                                + HISTORY
                                + ")")
                .bindMap(cell.columns())
                .execute();
    }
}
