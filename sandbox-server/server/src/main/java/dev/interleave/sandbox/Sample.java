package dev.interleave.sandbox;

/**
 * A cell to be run under many schedules.
 *
 * @param source of the cell
 * @param schedules how many runs, from 1 to {@link #MOST}
 * @param seed of the first run; each further one has the next number, so one run is repeated by its
 *     seed and one schedule
 */
public record Sample(String source, int schedules, long seed) {

    /** Runs that may be asked for. */
    public static final int MOST = 10_000;

    public Sample {
        if (schedules < 1 || schedules > MOST) {
            throw new IllegalArgumentException(
                    "schedules must be from 1 to %d, not %d".formatted(MOST, schedules));
        }
    }
}
