package dev.interleave.web.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Leaves out of a learner's data what the learner may not see yet: results that are not released,
 * and regradings about which nobody has decided.
 */
final class HeldResults {

    private static final Set<String> RESULT =
            Set.of("verdict", "score", "max", "message", "report");
    private static final List<String> OF_RESULTS =
            List.of("manual_grade", "rubric_mark", "code_comment", "grade_entry");

    private final Set<List<Object>> exercises = new HashSet<>();
    private final Set<Object> regradings = new HashSet<>();

    HeldResults(Handle db) {
        db.createQuery("SELECT class, exercise FROM assignment WHERE results_held = 1")
                .map((row, _) -> exercises.add(List.of(row.getString(1), row.getString(2))))
                .list();
        db.createQuery("SELECT id, class, exercise, state FROM regrading")
                .map(
                        (row, _) ->
                                row.getString("state").equals("graded")
                                                || exercises.contains(
                                                        List.of(
                                                                row.getString("class"),
                                                                row.getString("exercise")))
                                        ? regradings.add(row.getString("id"))
                                        : false)
                .list();
    }

    /** The same rows without them. */
    Map<String, List<Map<String, Object>>> without(Map<String, List<Map<String, Object>>> rows) {
        var shown = new LinkedHashMap<>(rows);
        OF_RESULTS.forEach(
                table ->
                        shown.computeIfPresent(
                                table,
                                (_, all) -> all.stream().filter(row -> !isHeld(row)).toList()));
        shown.computeIfPresent(
                "regraded",
                (_, all) ->
                        all.stream()
                                .filter(row -> !regradings.contains(row.get("regrading")))
                                .toList());
        shown.computeIfPresent("hand_in", (_, all) -> withoutResults(all));
        return shown;
    }

    private List<Map<String, Object>> withoutResults(List<Map<String, Object>> handIns) {
        var shown = new ArrayList<Map<String, Object>>();
        for (var handIn : handIns) {
            var kept = new LinkedHashMap<>(handIn);
            if (isHeld(handIn)) {
                kept.keySet().removeAll(RESULT);
            }
            shown.add(kept);
        }
        return shown;
    }

    private boolean isHeld(Map<String, Object> row) {
        return exercises.contains(List.of(row.get("class"), row.get("exercise")));
    }
}
