package dev.interleave.explore;

/**
 * How a scenario is explored. Nothing here is a time, so the same settings give the same verdict on
 * every machine.
 *
 * @param schedules how many runs are tried at most
 * @param seed of the random searches, and of the random numbers that the submission draws
 * @param preemptions up to how many preemptions all schedules are tried, as far as {@code
 *     schedules} allows
 * @param races whether a data race of the submission is a fault
 * @param leaks whether a thread that lives on after the scenario is a fault
 * @param spuriousWakeups whether spurious wake-ups are tried
 * @param earlyTimeouts whether time-outs of the submission are tried while other threads could
 *     still run; true only if what the scenario checks holds then, too
 */
public record Settings(
        int schedules,
        long seed,
        int preemptions,
        boolean races,
        boolean leaks,
        boolean spuriousWakeups,
        boolean earlyTimeouts) {

    /** 1,500 schedules, everything on but early time-outs. */
    public static final Settings DEFAULT = new Settings(1_500, 1, 2, true, true, true, false);

    public Settings {
        if (schedules < 1)
            throw new IllegalArgumentException("schedules must be at least 1, not " + schedules);
        if (preemptions < 0)
            throw new IllegalArgumentException("preemptions must not be negative: " + preemptions);
    }

    /** These settings with another number of runs. */
    public Settings schedules(int number) {
        return new Settings(
                number, seed, preemptions, races, leaks, spuriousWakeups, earlyTimeouts);
    }

    /** These settings with another seed. */
    public Settings seed(long number) {
        return new Settings(
                schedules, number, preemptions, races, leaks, spuriousWakeups, earlyTimeouts);
    }

    /** These settings as a scenario's annotation wants them. */
    Settings with(Explore explore) {
        return new Settings(
                explore.schedules() == 0 ? schedules : explore.schedules(),
                seed,
                explore.preemptions(),
                explore.races(),
                explore.leaks(),
                explore.spuriousWakeups(),
                explore.earlyTimeouts());
    }
}
