package dev.interleave.sandbox.result;

/**
 * Something that a thread did at one moment of a traced run.
 *
 * @param at milliseconds since the run's start
 * @param text the beginning of what was printed; empty for a statement
 * @param line line of the cell; 0 where it is not known
 */
public record TraceMark(long thread, Kind kind, double at, String text, int line) {

    /** What it did. */
    public enum Kind {
        /** It wrote to {@code System.out}. */
        OUTPUT,
        /** It wrote to {@code System.err}. */
        ERROR,
        /** It came to a statement of the cell. */
        STATEMENT
    }
}
