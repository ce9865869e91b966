package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.result.Mean;
import dev.interleave.sandbox.result.Ratio;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/** The mean of logarithms of ratios, and the interval around it. */
record Interval(double mean, double low, double high) {

    /** Of numbers that no claim rests on. */
    private static final double MEANS_ALPHA = 0.01;

    /**
     * Student's interval.
     *
     * @param logs one of each pair of JVMs; of a single one nothing is known
     * @param student Student's factor for so many values
     */
    static Interval of(List<Double> logs, double student) {
        int n = logs.size();
        double mean = logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        if (n == 1) {
            return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double squares = logs.stream().mapToDouble(log -> (log - mean) * (log - mean)).sum();
        double half = student * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - half, mean + half);
    }

    /**
     * Student's factor.
     *
     * @param n how many values, at least 2
     * @param alpha how often an interval may miss what is true
     */
    static double student(int n, double alpha) {
        return new TDistribution(n - 1).inverseCumulativeProbability(1 - alpha / 2);
    }

    /** Of a number that cannot be negative; one value for each JVM. */
    static Mean ofJvms(List<Double> values) {
        int n = values.size();
        if (n == 0) {
            return Mean.UNKNOWN;
        }
        Interval interval = of(values, n < 2 ? 0 : student(n, MEANS_ALPHA));
        return new Mean(interval.mean, Math.max(0, interval.low), interval.high, n);
    }

    boolean above(double margin) {
        return low > margin;
    }

    boolean below(double margin) {
        return high < margin;
    }

    boolean inside(double margin) {
        return low > -margin && high < margin;
    }

    double width() {
        return high - low;
    }

    Ratio ratio() {
        return new Ratio(Math.exp(mean), Math.exp(low), Math.exp(high));
    }
}
