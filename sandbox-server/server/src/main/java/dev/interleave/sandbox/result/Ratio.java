package dev.interleave.sandbox.result;

/**
 * How many times as fast one version is as another, with the interval that fits to what was
 * measured: below 1 it is slower.
 *
 * @param low 0 while nothing is known yet
 * @param high infinite while nothing is known yet
 */
public record Ratio(double value, double low, double high) {

    /** Seen from the other version. */
    public Ratio inverse() {
        return new Ratio(1 / value, 1 / high, 1 / low);
    }
}
