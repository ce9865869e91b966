package dev.interleave.web.privacy;

import dev.interleave.web.report.ShownReports;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Leaves out of the reports in a learner's data what their classes do not show of hidden tests. */
final class ClosedReports {

    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "hand_in", List.of("report"),
                    "attempt", List.of("report"),
                    "regraded", List.of("old_report", "new_report"));

    private final ShownReports reports;
    private final String learner;
    private final Map<Object, String> exercises = new HashMap<>();

    /**
     * @param learner whose data it is
     */
    ClosedReports(Handle db, ShownReports reports, String learner) {
        this.reports = reports;
        this.learner = learner;
        db.createQuery("SELECT id, exercise FROM regrading")
                .map((row, _) -> exercises.put(row.getString("id"), row.getString("exercise")))
                .list();
    }

    /** The same rows without it. */
    Map<String, List<Map<String, Object>>> without(Map<String, List<Map<String, Object>>> rows) {
        var shown = new LinkedHashMap<>(rows);
        COLUMNS.forEach(
                (table, columns) ->
                        shown.computeIfPresent(
                                table,
                                (_, all) ->
                                        all.stream().map(row -> without(row, columns)).toList()));
        shown.computeIfPresent(
                "grade_entry", (_, all) -> all.stream().map(this::withoutSeeds).toList());
        return shown;
    }

    private Map<String, Object> withoutSeeds(Map<String, Object> row) {
        var shown = new LinkedHashMap<>(row);
        if (!reports.open(learner, (String) row.get("exercise"))) {
            shown.remove("seeds");
        }
        return shown;
    }

    private Map<String, Object> without(Map<String, Object> row, List<String> columns) {
        var shown = new LinkedHashMap<>(row);
        var exercise =
                row.containsKey("exercise")
                        ? (String) row.get("exercise")
                        : exercises.get(row.get("regrading"));
        for (var column : columns) {
            shown.computeIfPresent(
                    column, (_, report) -> reports.of(learner, exercise, (String) report));
        }
        return shown;
    }
}
