package dev.interleave.web.progress;

/**
 * What a learner made of a cell.
 *
 * @param text null where the cell has the author's text again
 * @param revision counts from 1 and grows with each change, a reset included
 */
public record Draft(String text, long revision) {

    /** Of a cell that was never changed. */
    public static final Draft NONE = new Draft(null, 0);
}
