package dev.interleave.sandbox.result;

import java.util.List;

/**
 * How the recording of a run ended.
 *
 * @param at milliseconds since the run's start
 * @param cut whether there was more than is recorded; what is recorded is whole up to {@code at}
 * @param leftOut how many outputs and statements have no mark, because there were too many
 * @param waits what threads still waited for, those that sleep or do input and output excepted
 * @param deadlocks threads that wait for each other in a circle, each for the next
 * @param tasks work for executors, scopes and stages of futures, in the order of their making
 * @param notes what is remarkable about the run, in words
 */
public record TraceEnd(
        double at,
        boolean cut,
        int leftOut,
        List<Wait> waits,
        List<List<Long>> deadlocks,
        List<TracedTask> tasks,
        List<Note> notes) {

    /** A thread that waits; {@code owner} is 0 where nobody, or nobody known, holds it up. */
    public record Wait(long thread, TraceSpan.State state, String on, long owner, int line) {}

    /**
     * A sentence about the run.
     *
     * @param kind a word that does not change, such as {@code deadlock}
     * @param thread the thread that it is about; 0 for none
     * @param line line of the cell; 0 for none
     */
    public record Note(String kind, String text, long thread, int line) {}
}
