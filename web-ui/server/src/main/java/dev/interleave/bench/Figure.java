package dev.interleave.bench;

import java.util.List;

/**
 * A distribution of measured values by three of its percentiles.
 *
 * @param name the benchmark's name, or that with a further word
 * @param unit {@code ms}, {@code MB}, {@code ratio} and the like
 * @param n how many values there were
 * @param notes what one has to know to read it
 */
public record Figure(
        String name, String unit, int n, double p50, double p95, double p99, String notes) {

    /**
     * The figure of these values.
     *
     * @param values at least one, in any order
     */
    public static Figure of(String name, String unit, List<Double> values, String notes) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException(name + " has no values");
        }
        return new Figure(
                name,
                unit,
                sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                notes);
    }

    /** The figure of something that was measured once. */
    public static Figure of(String name, String unit, double value, String notes) {
        return of(name, unit, List.of(value), notes);
    }

    /** The smallest value that at least so many per cent of all values do not exceed. */
    private static double percentile(double[] sorted, int percent) {
        var rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[rank - 1];
    }
}
