package dev.interleave.sandbox.result;

/** What happens in a comparison, as it comes. */
public sealed interface CompareEvent {

    /**
     * It waits, because the machine measures one comparison at a time.
     *
     * @param place 1 for the next one
     */
    record Queued(int place) implements CompareEvent {}

    /** Its turn has come; the versions are compiled. */
    record Started() implements CompareEvent {}

    /**
     * One iteration of JMH, as the version's JVM tells it.
     *
     * @param fork of this pair of JVMs, from 1
     * @param iteration in this JVM, from 1
     * @param warmup whether it counts for nothing
     * @param score in the comparison's unit
     * @param cpuNanosPerCall processor time, as seen from outside the jail; 0 where not known
     * @param allocatedBytesPerCall memory that was allocated
     */
    record Iteration(
            Side side,
            int fork,
            int iteration,
            boolean warmup,
            double score,
            double cpuNanosPerCall,
            double allocatedBytesPerCall)
            implements CompareEvent {}

    /**
     * What is known after a pair of JVMs; no result yet.
     *
     * @param pair how many times as fast the left version was in this pair
     * @param ratio how many times as fast the left version is as the right one, by all pairs
     */
    record Estimate(int forks, double pair, Ratio ratio) implements CompareEvent {}

    /**
     * A point of a curve, as one JVM tells it.
     *
     * @param version from 0
     * @param round from 1
     * @param point what was measured
     */
    record Point(int version, int round, LoadPoint point) implements CompareEvent {}

    /** It is over; the last event. */
    record Ended(CompareResult result) implements CompareEvent {}
}
