package dev.interleave.lessons.build.data;

import java.util.List;

/**
 * A live comparison of a lesson, as the server gets it.
 *
 * @param title in plain text
 * @param mode {@code throughput}, {@code average}, {@code sample}, {@code single} or {@code load}
 * @param n what versions get that want a number, unless the learner chooses another one
 * @param seconds how long each pair of versions is measured at most
 * @param delay of the simulated service in milliseconds; 0 unless it is a load
 * @param sweep from n to n, ascending; empty unless it is a load, and then n is the last one
 * @param setup Java that all versions share; empty if there is none
 * @param versions two to four; each further one is compared with the first
 * @param choices how many predictions there are to choose from
 */
public record Comparison(
        String id,
        String title,
        String mode,
        int n,
        int seconds,
        int delay,
        List<Integer> sweep,
        String setup,
        List<Version> versions,
        int choices) {

    /** A version by its name for people. */
    public record Version(String name, String source) {}
}
