package dev.interleave.web.cell;

import dev.interleave.web.course.Lesson;
import dev.interleave.web.course.Lesson.LessonCell;
import dev.interleave.web.progress.OwnCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where cells that a learner added stand between those of the author.
 *
 * @param own in the order of their places
 */
record OwnOrder(List<OwnCell> own) {

    private static final String LABEL = "Your cell";
    private static final int TIMEOUT_SECONDS = 10;

    /** Below which cell of the author, and where among those below it. */
    record Place(String after, double place) {}

    /**
     * The lesson with the learner's cells in it. Those whose author's cell is gone stand at the
     * end.
     */
    Lesson in(Lesson lesson) {
        if (own.isEmpty() || lesson.cells().isEmpty()) {
            return lesson;
        }
        var cells = new ArrayList<LessonCell>();
        for (var cell : lesson.cells()) {
            cells.add(cell);
            own.stream()
                    .filter(each -> each.after().equals(cell.id()))
                    .forEach(each -> cells.add(cellOf(each, lesson)));
        }
        own.stream()
                .filter(each -> lesson.cell(each.after()).isEmpty())
                .forEach(each -> cells.add(cellOf(each, lesson)));
        return lesson.withCells(cells);
    }

    /** The place right below a cell, of the author or of the learner. */
    Place below(String cell) {
        return own.stream()
                .filter(each -> each.id().equals(cell))
                .findFirst()
                .map(found -> new Place(found.after(), between(found)))
                .orElseGet(() -> new Place(cell, first(cell)));
    }

    private double between(OwnCell above) {
        var next =
                places(each -> each.after().equals(above.after()) && each.place() > above.place());
        return next.isEmpty() ? above.place() + 1 : (above.place() + next.getFirst()) / 2;
    }

    private double first(String author) {
        var there = places(each -> each.after().equals(author));
        return there.isEmpty() ? 0 : there.getFirst() - 1;
    }

    private List<Double> places(Predicate<OwnCell> chosen) {
        return own.stream().filter(chosen).map(OwnCell::place).toList();
    }

    private static LessonCell cellOf(OwnCell own, Lesson lesson) {
        var profile = lesson.cells().getFirst().profile();
        return new LessonCell(own.id(), LABEL, "", TIMEOUT_SECONDS, profile);
    }
}
