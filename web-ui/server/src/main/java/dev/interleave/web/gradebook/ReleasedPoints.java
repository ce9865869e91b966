package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.progress.Database;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of a class that its learners may see, for other systems.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ReleasedPoints {

    private final ClassService classes;
    private final Gradebook gradebook;

    public ReleasedPoints(
            Database database, ClassService classes, HandIns handIns, ManualGrades manual) {
        this.classes = classes;
        this.gradebook =
                new Gradebook(
                        classes.classes(),
                        classes.assignments(),
                        handIns,
                        manual,
                        new Totals(database));
    }

    /**
     * One learner's of one exercise.
     *
     * @param points that count, with what being late costs; null if there are none
     * @param max that the exercise has
     */
    public record Released(String exercise, String learner, Double points, double max) {}

    /**
     * All of a class; exercises that the course has no more are left out. Empty where what the
     * class has to do changes meanwhile.
     */
    public List<Released> of(String classId) {
        var columns = gradebook.assignments(classId);
        var rows = gradebook.rows(classId);
        if (!gradebook.assignments(classId).equals(columns)) {
            // The cells of these rows may be of other exercises.
            return List.of();
        }
        var released = new ArrayList<Released>();
        for (var i = 0; i < columns.size(); i++) {
            var exercise = columns.get(i).exercise();
            var found = classes.exercises().find(exercise);
            if (columns.get(i).resultsHeld() || found.isEmpty()) {
                continue;
            }
            var max = found.get().exercise().points();
            for (var row : rows) {
                var points = row.cells().get(i).points();
                released.add(new Released(exercise, row.learner().account(), points, max));
            }
        }
        return released;
    }
}
