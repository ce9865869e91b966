package dev.interleave.cli.run;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.SampleEvent;

/**
 * Hears what happens in the cells of a file, and tells it.
 *
 * <p>Threading: called by one thread.
 */
public interface Report {

    /**
     * An event of a cell.
     *
     * @param cell the cell it belongs to
     * @param at milliseconds since the start of the session
     */
    void event(CellPlace cell, double at, CellEvent event);

    /**
     * What came of a cell under many schedules; its end follows as an event.
     *
     * @param at milliseconds since the start of the session
     */
    void schedules(CellPlace cell, double at, SampleEvent.Ended end);

    /** A cell of a file; {@code index} counts from 0. */
    record CellPlace(CellFile file, int index) {

        String source() {
            return file.cells().get(index);
        }
    }
}
