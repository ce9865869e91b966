package dev.interleave.bench;

import java.time.Duration;

/**
 * How much to measure.
 *
 * @param quick whether it is the short run over many benchmarks
 * @param runs how often each value is measured; 0 leaves it to the benchmark
 * @param sessions how many sessions are started to see what they take
 * @param learners how many learners at once; 0 for several loads one after the other
 * @param soak how long to go on for
 * @param seed of everything random
 */
public record Amounts(
        boolean quick, int runs, int sessions, int learners, Duration soak, long seed) {

    /** How often to measure: what was asked for, or else one of these. */
    public int runs(int inQuickRun, int otherwise) {
        if (runs > 0) {
            return runs;
        }
        return quick ? inQuickRun : otherwise;
    }
}
