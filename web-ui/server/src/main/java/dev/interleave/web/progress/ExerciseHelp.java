package dev.interleave.web.progress;

import java.time.Clock;

/**
 * What help learners have taken: hints, and the explanation of an exercise that they gave up.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ExerciseHelp {

    private static final String UPSERT =
            "INSERT INTO exercise_help (learner, exercise, hints, gave_up_at)"
                    + " VALUES (:learner, :exercise, %s, %s) ON CONFLICT (learner, exercise)"
                    + " DO UPDATE SET %s";

    private final Database database;
    private final Clock clock;

    public ExerciseHelp(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param hints how many were shown
     */
    public record Taken(int hints, boolean gaveUp) {}

    public Taken of(ExerciseKey exercise) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT hints, gave_up_at IS NOT NULL AS gave_up FROM"
                                                + " exercise_help WHERE learner = :learner AND"
                                                + " exercise = :exercise")
                                .bindMap(exercise.columns())
                                .map(
                                        (row, _) ->
                                                new Taken(
                                                        row.getInt("hints"),
                                                        row.getBoolean("gave_up")))
                                .findOne()
                                .orElse(new Taken(0, false)));
    }

    /** Notes that so many hints were shown, or more. */
    public void shown(ExerciseKey exercise, int hints) {
        database.write(
                db ->
                        db.createUpdate(
                                        UPSERT.formatted(
                                                ":hints",
                                                "NULL",
                                                "hints = CASE WHEN exercise_help.hints > :hints"
                                                    + " THEN exercise_help.hints ELSE :hints END"))
                                .bindMap(exercise.columns())
                                .bind("hints", hints)
                                .execute());
    }

    public void gaveUp(ExerciseKey exercise) {
        database.write(
                db ->
                        db.createUpdate(
                                        UPSERT.formatted(
                                                "0",
                                                ":now",
                                                "gave_up_at = COALESCE(exercise_help.gave_up_at,"
                                                        + " :now)"))
                                .bindMap(exercise.columns())
                                .bind("now", clock.millis())
                                .execute());
    }
}
