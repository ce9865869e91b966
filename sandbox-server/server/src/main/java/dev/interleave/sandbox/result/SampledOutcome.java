package dev.interleave.sandbox.result;

import java.util.List;

/**
 * What came of a cell in some of its runs; runs with the same outcome look the same to who watches.
 *
 * @param printed to standard output; its beginning if it is long
 * @param value of the last snippet as text, or null
 * @param ending what went wrong, by the names of faults, such as {@code exception} or {@code
 *     deadlock}; null if nothing did
 * @param message the exception that ended a thread, or null
 * @param explanation of the ending, in sentences; may be empty
 * @param count in how many runs
 * @param seed that repeats the first of them
 * @param replay that run step by step; null while it is not known
 */
public record SampledOutcome(
        String printed,
        String value,
        String ending,
        String message,
        String explanation,
        int count,
        long seed,
        Replay replay) {

    /**
     * A run that was repeated.
     *
     * @param same whether the same came of it as the first time
     * @param omitted whether there were steps before those that are told
     */
    public record Replay(boolean same, boolean omitted, List<SampleStep> steps) {}

    public SampledOutcome with(Replay known) {
        return new SampledOutcome(printed, value, ending, message, explanation, count, seed, known);
    }
}
