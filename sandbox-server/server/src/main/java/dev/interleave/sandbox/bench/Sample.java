package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.FromMeasurer;
import dev.interleave.measurer.message.FromMeasurer.Measured;
import java.util.Map;
import java.util.TreeMap;

/**
 * An iteration that counts.
 *
 * @param nanos per call
 * @param cpuNanos per call, 0 where not known
 * @param bytes allocated per call
 */
record Sample(
        double score,
        double nanos,
        double cpuNanos,
        double bytes,
        int threads,
        Map<Double, Double> percentiles) {

    static Sample of(Fork.Iteration iteration, double nanos) {
        Measured measured = iteration.measured();
        Map<Double, Double> percentiles = new TreeMap<>();
        for (int i = 0; i < measured.percentiles().size(); i++) {
            percentiles.put(FromMeasurer.RANKS.get(i), measured.percentiles().get(i));
        }
        return new Sample(
                measured.score(),
                nanos,
                (double) iteration.cpuNanos() / measured.calls(),
                (double) Math.max(0, measured.allocatedBytes()) / measured.calls(),
                measured.threads(),
                percentiles);
    }
}
