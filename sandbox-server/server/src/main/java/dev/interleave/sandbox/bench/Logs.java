package dev.interleave.sandbox.bench;

import java.util.Arrays;
import java.util.List;

/** Times as logarithms: their differences are ratios. */
final class Logs {

    private Logs() {}

    /**
     * What a pair of JVMs says about two versions: the median of the ratios of iterations that were
     * neighbours in time, so that both had the same machine.
     *
     * @param left nanoseconds per call of each iteration
     * @param right the same, in the same order
     * @return logarithm of how many times as fast the left one is
     */
    static double ofPair(List<Double> left, List<Double> right) {
        if (left.isEmpty() || left.size() != right.size()) {
            throw new IllegalArgumentException(left.size() + " and " + right.size() + " values");
        }
        double[] logs = new double[left.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(right.get(i)) - Math.log(left.get(i));
        }
        return median(logs);
    }

    static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
