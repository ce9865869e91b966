package dev.interleave.web.progress;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The cells that learners added between those of the author.
 *
 * <p>Threading: any thread may call anything.
 */
public final class OwnCells {

    private static final String OF_LESSON = " WHERE learner = :learner AND lesson = :lesson";

    private final Database database;
    private final Clock clock;

    public OwnCells(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of a learner's lesson, in the order of their places. */
    public List<OwnCell> of(String learner, String lesson) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT number, after, place FROM own_cell"
                                                + OF_LESSON
                                                + " AND removed_at IS NULL ORDER BY place, number")
                                .bind("learner", learner)
                                .bind("lesson", lesson)
                                .map(
                                        (row, _) ->
                                                OwnCell.of(
                                                        row.getLong("number"),
                                                        row.getString("after"),
                                                        row.getDouble("place")))
                                .list());
    }

    /** Adds one; its id was never used before. */
    public OwnCell add(String learner, String lesson, String after, double place) {
        return database.write(
                db -> {
                    var number = lastNumber(db, learner, lesson) + 1;
                    db.createUpdate(
                                    "INSERT INTO own_cell (learner, lesson, number, after, place)"
                                            + " VALUES (:learner, :lesson, :number, :after,"
                                            + " :place)")
                            .bind("learner", learner)
                            .bind("lesson", lesson)
                            .bind("number", number)
                            .bind("after", after)
                            .bind("place", place)
                            .execute();
                    return OwnCell.of(number, after, place);
                });
    }

    /** Gives one another place; whether there is such a cell. */
    public boolean move(CellKey cell, String after, double place) {
        return database.write(
                db ->
                        db.createUpdate(
                                                "UPDATE own_cell SET after = :after, place = :place"
                                                        + OF_LESSON
                                                        + " AND number = :number")
                                        .bind("learner", cell.learner())
                                        .bind("lesson", cell.lesson())
                                        .bind("number", OwnCell.number(cell.cell()))
                                        .bind("after", after)
                                        .bind("place", place)
                                        .execute()
                                > 0);
    }

    /**
     * Removes one, or brings a removed one back to its place.
     *
     * @return whether there is such a cell
     */
    public boolean setRemoved(CellKey cell, boolean removed) {
        return database.write(
                db ->
                        db.createUpdate(
                                                "UPDATE own_cell SET removed_at = :at"
                                                        + OF_LESSON
                                                        + " AND number = :number")
                                        .bind("learner", cell.learner())
                                        .bind("lesson", cell.lesson())
                                        .bind("number", OwnCell.number(cell.cell()))
                                        .bind("at", removed ? clock.millis() : null)
                                        .execute()
                                > 0);
    }

    private static long lastNumber(Handle db, String learner, String lesson) {
        return db.createQuery("SELECT COALESCE(MAX(number), 0) FROM own_cell" + OF_LESSON)
                .bind("learner", learner)
                .bind("lesson", lesson)
                .mapTo(Long.class)
                .one();
    }
}
