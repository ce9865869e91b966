package dev.interleave.explore;

import dev.interleave.explore.result.Step;
import java.util.List;

/**
 * One run of a cell.
 *
 * @param schedule a hash of all choices that made its schedule
 * @param explanation what stands behind an ending that is no exception, in sentences; empty if
 *     there is nothing to say
 * @param uncontrolled why the schedules of this cell cannot be chosen; null if they can
 * @param steps the last ones, if they were asked for
 */
public record CellRun(
        CellOutcome outcome,
        long schedule,
        String explanation,
        String uncontrolled,
        List<Step> steps) {}
