package dev.interleave.explore.runtime;

import dev.interleave.explore.schedule.RunLimits;

/**
 * What may happen in a run beside the choice of threads.
 *
 * @param seed of every random number that woven code draws
 * @param races whether a data race is a fault
 * @param plainPoints whether plain memory accesses are scheduling points; needless where races are
 *     faults, because then the first race is reported, and code without races cannot tell
 * @param spurious how many spurious wake-ups there may be
 * @param earlySleeps whether a sleep of the submission may end while others could run
 * @param earlyTimeouts whether any time-out of the submission may come while others could run
 * @param traced whether the steps are recorded
 */
public record RunSettings(
        long seed,
        boolean races,
        boolean plainPoints,
        int spurious,
        boolean earlySleeps,
        boolean earlyTimeouts,
        boolean traced,
        RunLimits limits) {

    private static final int PLAIN_POINTS = 1;
    private static final int SPURIOUS = 2;
    private static final int EARLY_SLEEPS = 4;
    private static final int EARLY_TIMEOUTS = 8;

    /**
     * Whether printing is a scheduling point: where races are judged, the order of what is printed
     * is not.
     */
    boolean printPoints() {
        return !races;
    }

    /** The settings that a search varies, as bits for a replay. */
    public int mode() {
        return (plainPoints ? PLAIN_POINTS : 0)
                | (spurious > 0 ? SPURIOUS : 0)
                | (earlySleeps ? EARLY_SLEEPS : 0)
                | (earlyTimeouts ? EARLY_TIMEOUTS : 0);
    }

    /** These settings with others' {@link #mode}. */
    public RunSettings inMode(int mode) {
        return new RunSettings(
                seed,
                races,
                (mode & PLAIN_POINTS) != 0,
                (mode & SPURIOUS) != 0 ? 1 : 0,
                (mode & EARLY_SLEEPS) != 0,
                (mode & EARLY_TIMEOUTS) != 0,
                traced,
                limits);
    }

    public RunSettings traced(boolean trace) {
        return new RunSettings(
                seed, races, plainPoints, spurious, earlySleeps, earlyTimeouts, trace, limits);
    }

    public RunSettings seeded(long newSeed) {
        return new RunSettings(
                newSeed, races, plainPoints, spurious, earlySleeps, earlyTimeouts, traced, limits);
    }
}
