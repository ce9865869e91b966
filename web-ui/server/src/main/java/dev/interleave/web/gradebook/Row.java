package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Member;
import java.util.List;

/**
 * A learner's line of the gradebook.
 *
 * @param cells one for each exercise, in the order of the class
 */
public record Row(Member learner, List<Cell> cells) {

    /**
     * One exercise.
     *
     * @param points that count; null if there are none yet
     * @param late whether what counts was handed in late
     */
    public record Cell(State state, Double points, boolean late) {

        static final Cell MISSING = new Cell(State.MISSING, null, false);
    }

    /** Where the points are from. */
    public enum State {
        /** Nothing was handed in. */
        MISSING,
        /** Something waits to be graded, and nothing is graded. */
        PENDING,
        /** Nothing that was handed in could be graded. */
        IMPOSSIBLE,
        GRADED,
        MANUAL
    }

    /** Of all exercises. */
    public double total() {
        return cells.stream().filter(c -> c.points() != null).mapToDouble(Cell::points).sum();
    }
}
