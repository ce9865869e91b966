package dev.interleave.web.cell;

import dev.interleave.web.course.Lesson;
import dev.interleave.web.progress.CellKey;
import dev.interleave.web.progress.OwnCells;
import java.util.List;
import java.util.function.Supplier;

/**
 * A lesson with the cells that one learner added to it.
 *
 * <p>Threading: changes are guarded by the workbook's lock; any thread may read.
 */
final class PersonalLesson implements Supplier<Lesson> {

    private final String learner;
    private final Supplier<Lesson> author;
    private final OwnCells store;
    private volatile OwnOrder order;

    /**
     * @param author the lesson as it is now; its author may change it
     */
    PersonalLesson(String learner, Supplier<Lesson> author, OwnCells store) {
        this.learner = learner;
        this.author = author;
        this.store = store;
        read();
    }

    @Override
    public Lesson get() {
        return order.in(author.get());
    }

    /** The lesson without the learner's cells. */
    Lesson ofAuthor() {
        return author.get();
    }

    /** The ids of all cells, from top to bottom. */
    List<String> cells() {
        return get().cells().stream().map(Lesson.LessonCell::id).toList();
    }

    /** Adds a cell below another one, and returns its id. */
    String add(String after) {
        var place = order.below(after);
        var added = store.add(learner, id(), place.after(), place.place());
        read();
        return added.id();
    }

    /** Moves a cell of the learner below another one; whether there is such a cell. */
    boolean move(String cell, String after) {
        var place = order.below(after);
        var found = store.move(key(cell), place.after(), place.place());
        read();
        return found;
    }

    /** Removes a cell of the learner or brings it back; whether there is such a cell. */
    boolean setRemoved(String cell, boolean removed) {
        var found = store.setRemoved(key(cell), removed);
        read();
        return found;
    }

    private void read() {
        order = new OwnOrder(store.of(learner, id()));
    }

    private String id() {
        return author.get().id();
    }

    private CellKey key(String cell) {
        return new CellKey(learner, id(), cell);
    }
}
