package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.CellListener;
import java.time.Duration;

/**
 * A cell that somebody wants to be run.
 *
 * @param number counts the runs of its session from 1
 */
record Run(long number, Cell cell, CellListener listener) {

    /** How long it may take: what the cell asks for, but not more than the sandbox allows. */
    Duration timeout(CellLimits limits) {
        Duration wanted = cell.timeout();
        return wanted.compareTo(limits.longestRun()) > 0 ? limits.longestRun() : wanted;
    }
}
