package dev.interleave.web.handin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.handin.HandInPage.Attempt;
import dev.interleave.web.report.ShownReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Makes of hand-ins what pages show of them.
 *
 * <p>Threading: any thread may call anything.
 */
public final class AttemptViews {

    private static final int CONTEXT = 3;

    private final HandIns handIns;
    private final CodeComments comments;
    private final ShownReports reports;
    private final JsonMapper json = new JsonMapper();

    public AttemptViews(HandIns handIns, CodeComments comments, ShownReports reports) {
        this.handIns = handIns;
        this.comments = comments;
        this.reports = reports;
    }

    /** All of a learner's exercise, newest first. */
    public List<Attempt> of(HandInKey key, Assignment assignment) {
        var views = new ArrayList<Attempt>();
        Map<String, String> before = Map.of();
        var written = comments.of(key);
        for (var handIn : handIns.of(key)) {
            views.addFirst(
                    new Attempt(
                            handIn,
                            handIn.pending() ? handIns.ahead(handIn) : 0,
                            points(handIn, assignment),
                            report(handIn),
                            before.isEmpty() ? List.of() : diff(before, handIn.files()),
                            written.getOrDefault(handIn.number(), List.of()),
                            false));
            before = handIn.files();
        }
        return views;
    }

    /** The same as the learner may see it. */
    public List<Attempt> forLearner(HandInKey key, Assignment assignment) {
        var open = reports.open(key.learner(), key.exercise());
        return of(key, assignment).stream()
                .map(each -> assignment.resultsHeld() ? each.withoutResult() : each)
                .map(each -> open ? each : each.withoutHiddenTests())
                .toList();
    }

    private static Double points(HandIn handIn, Assignment assignment) {
        return handIn.state() == HandIn.State.DONE
                ? assignment.points(handIn.score(), handIn.handedInAt())
                : null;
    }

    private Grade report(HandIn handIn) {
        try {
            return handIn.report() == null ? null : json.readValue(handIn.report(), Grade.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reports are grades", e);
        }
    }

    private static List<String> diff(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var lines = new ArrayList<String>();
        for (var name : names) {
            var old = before.getOrDefault(name, "").lines().toList();
            var patch = DiffUtils.diff(old, after.getOrDefault(name, "").lines().toList());
            lines.addAll(UnifiedDiffUtils.generateUnifiedDiff(name, name, old, patch, CONTEXT));
        }
        return lines;
    }
}
