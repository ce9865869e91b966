package dev.interleave.web.gradebook;

import dev.interleave.web.account.Role;
import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.Assignments;
import dev.interleave.web.classroom.Classes;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.gradebook.Row.Cell;
import dev.interleave.web.gradebook.Row.State;
import dev.interleave.web.handin.HandIn;
import dev.interleave.web.handin.HandInKey;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrade;
import dev.interleave.web.handin.ManualGrades;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts together what each learner of a class has. Of the hand-ins of an exercise the one with the
 * most points counts, after what being late costs; points that were given by hand stand before all.
 *
 * <p>Threading: any thread may call anything.
 */
final class Gradebook {

    private final Classes classes;
    private final Assignments assignments;
    private final HandIns handIns;
    private final ManualGrades manual;
    private final Totals totals;

    Gradebook(
            Classes classes,
            Assignments assignments,
            HandIns handIns,
            ManualGrades manual,
            Totals totals) {
        this.classes = classes;
        this.assignments = assignments;
        this.handIns = handIns;
        this.manual = manual;
        this.totals = totals;
    }

    /** Its columns. */
    List<Assignment> assignments(String classId) {
        return assignments.of(classId);
    }

    /** All of its learners, in the order of their names. */
    List<Row> rows(String classId) {
        return rows(classId, learners(classId), handIns.of(classId), manual.of(classId));
    }

    /** The learners whom somebody wants to see. */
    Part part(String classId, View view) {
        var found =
                view.of(
                        learners(classId),
                        view.byTotal() ? totals.of(classId) : Map.<String, Double>of());
        var shown = view.page(found);
        var accounts = shown.stream().map(Member::account).toList();
        return new Part(
                rows(classId, shown, handIns.of(classId, accounts), manual.of(classId, accounts)),
                found.size());
    }

    /**
     * Some rows.
     *
     * @param found how many there are in all
     */
    record Part(List<Row> rows, int found) {}

    private List<Member> learners(String classId) {
        return classes.members(classId).stream()
                .filter(member -> member.role() == Role.LEARNER)
                .toList();
    }

    private List<Row> rows(
            String classId,
            List<Member> learners,
            List<HandIns.Summary> handIns,
            Map<HandInKey, ManualGrade> byHand) {
        var columns = assignments.of(classId);
        var longer = assignments.extensions(classId);
        var handedIn =
                handIns.stream()
                        .collect(
                                Collectors.groupingBy(
                                        HandIns.Summary::learner,
                                        Collectors.groupingBy(HandIns.Summary::exercise)));
        var rows = new ArrayList<Row>();
        for (var learner : learners) {
            var account = learner.account();
            var ofLearner = handedIn.getOrDefault(account, Map.of());
            var cells = new ArrayList<Cell>();
            for (var column : columns) {
                var exercise = column.exercise();
                cells.add(
                        cell(
                                column.forLearner(longer.get(account)),
                                ofLearner.getOrDefault(exercise, List.of()),
                                byHand.get(new HandInKey(classId, exercise, account))));
            }
            rows.add(new Row(learner, cells));
        }
        return rows;
    }

    static Cell cell(Assignment assignment, List<HandIns.Summary> handedIn, ManualGrade byHand) {
        if (byHand != null) {
            return new Cell(State.MANUAL, byHand.points(), false);
        }
        var best = Cell.MISSING;
        for (var each : handedIn) {
            best = better(best, cell(assignment, each));
        }
        return best;
    }

    private static Cell cell(Assignment assignment, HandIns.Summary handIn) {
        var late = assignment.daysLate(handIn.handedInAt()) > 0;
        return switch (handIn.state()) {
            case HandIn.State.QUEUED, HandIn.State.GRADING -> new Cell(State.PENDING, null, late);
            case HandIn.State.IMPOSSIBLE -> new Cell(State.IMPOSSIBLE, null, late);
            case HandIn.State.DONE ->
                    new Cell(
                            State.GRADED,
                            assignment.points(handIn.score(), handIn.handedInAt()),
                            late);
        };
    }

    private static Cell better(Cell one, Cell other) {
        if (one.points() == null || other.points() == null) {
            return rank(other) > rank(one) ? other : one;
        }
        return other.points() > one.points() ? other : one;
    }

    private static int rank(Cell cell) {
        return switch (cell.state()) {
            case MISSING -> 0;
            case IMPOSSIBLE -> 1;
            case PENDING -> 2;
            case GRADED, MANUAL -> 3;
        };
    }
}
