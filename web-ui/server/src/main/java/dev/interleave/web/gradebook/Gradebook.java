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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    Gradebook(Classes classes, Assignments assignments, HandIns handIns, ManualGrades manual) {
        this.classes = classes;
        this.assignments = assignments;
        this.handIns = handIns;
        this.manual = manual;
    }

    /** Its columns. */
    List<Assignment> assignments(String classId) {
        return assignments.of(classId);
    }

    /** Its learners, in the order of their names. */
    List<Row> rows(String classId) {
        var columns = assignments.of(classId);
        var longer = assignments.extensions(classId);
        var byHand = manual.of(classId);
        Map<HandInKey, List<HandIns.Summary>> handedIn =
                handIns.of(classId).stream()
                        .collect(
                                Collectors.groupingBy(
                                        each ->
                                                new HandInKey(
                                                        classId, each.exercise(), each.learner())));
        Function<Member, Row> row =
                learner ->
                        new Row(
                                learner,
                                columns.stream()
                                        .map(
                                                each -> {
                                                    var key =
                                                            new HandInKey(
                                                                    classId,
                                                                    each.exercise(),
                                                                    learner.account());
                                                    return cell(
                                                            each.forLearner(
                                                                    longer.get(learner.account())),
                                                            handedIn.getOrDefault(key, List.of()),
                                                            byHand.get(key));
                                                })
                                        .toList());
        return classes.members(classId).stream()
                .filter(member -> member.role() == Role.LEARNER)
                .map(row)
                .toList();
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
