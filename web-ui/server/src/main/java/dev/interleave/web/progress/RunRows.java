package dev.interleave.web.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads runs. */
final class RunRows {

    private static final String LATEST =
            " FROM run r WHERE r.learner = :learner AND r.lesson = :lesson AND r.number ="
                    + " (SELECT MAX(number) FROM run WHERE learner = :learner AND lesson = :lesson"
                    + " AND cell = r.cell)";

    private RunRows() {}

    static Map<String, Run> latestWithoutEvents(Handle db, String learner, String lesson) {
        return latest(db, learner, lesson, Map.of());
    }

    static Map<String, Run> latest(Handle db, String learner, String lesson) {
        return latest(db, learner, lesson, events(db, learner, lesson));
    }

    private static Map<String, Run> latest(
            Handle db, String learner, String lesson, Map<Long, List<String>> events) {
        var runs = new HashMap<String, Run>();
        db.createQuery("SELECT r.*" + LATEST)
                .bind("learner", learner)
                .bind("lesson", lesson)
                .map((row, _) -> run(row, events))
                .forEach(run -> runs.put(run.cell(), run));
        return runs;
    }

    /** The kept runs of a cell, oldest first, without what they told. */
    static List<Run> ofCell(Handle db, CellKey cell) {
        return db.createQuery(
                        "SELECT * FROM run WHERE learner = :learner AND lesson = :lesson"
                                + " AND cell = :cell ORDER BY number")
                .bindMap(cell.columns())
                .map((row, _) -> run(row, Map.of()))
                .list();
    }

    /** A kept run of a cell, with what it told. */
    static Optional<Run> ofCell(Handle db, CellKey cell, long number) {
        var told =
                db
                        .createQuery(
                                "SELECT events FROM run_part WHERE learner = :learner AND lesson ="
                                        + " :lesson AND number = :number ORDER BY part")
                        .bind("learner", cell.learner())
                        .bind("lesson", cell.lesson())
                        .bind("number", number)
                        .mapTo(String.class)
                        .stream()
                        .flatMap(String::lines)
                        .toList();
        return db.createQuery(
                        "SELECT * FROM run WHERE learner = :learner AND lesson = :lesson"
                                + " AND cell = :cell AND number = :number")
                .bindMap(cell.columns())
                .bind("number", number)
                .map((row, _) -> run(row, Map.of(number, told)))
                .findOne();
    }

    private static Map<Long, List<String>> events(Handle db, String learner, String lesson) {
        var events = new HashMap<Long, List<String>>();
        db.createQuery(
                        "SELECT number, events FROM run_part WHERE learner = :learner AND lesson ="
                                + " :lesson AND number IN (SELECT r.number"
                                + LATEST
                                + ") ORDER BY number, part")
                .bind("learner", learner)
                .bind("lesson", lesson)
                .map((row, _) -> Map.entry(row.getLong("number"), row.getString("events")))
                .forEach(
                        part ->
                                events.computeIfAbsent(part.getKey(), _ -> new ArrayList<>())
                                        .addAll(part.getValue().lines().toList()));
        return events;
    }

    private static Run run(ResultSet row, Map<Long, List<String>> events) throws SQLException {
        var number = row.getLong("number");
        var millis = row.getDouble("eval_millis");
        var ended = !row.wasNull();
        return new Run(
                number,
                row.getString("cell"),
                row.getString("text"),
                row.getString("status"),
                row.getString("limit_name"),
                row.getString("message"),
                ended ? millis : null,
                Instant.ofEpochMilli(row.getLong("started_at")),
                events.getOrDefault(number, List.of()));
    }
}
