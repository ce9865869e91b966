package dev.interleave.explore.schedule;

/**
 * When a run is not going to end by itself. All are counts of steps or virtual times, so no verdict
 * depends on a clock.
 *
 * @param fairSteps so many steps in a row, then the next thread has its turn
 * @param aloneSteps so many steps of one thread that changes nothing while no other can run: it
 *     waits by spinning
 * @param busySteps the same for one that changes something
 * @param quietRounds so many turns lost by {@code fairSteps} without anybody changing anything
 * @param idleRounds so many turns lost without anybody ending or being woken
 * @param idleWakes so many wake-ups of one thread by timers without its changing anything
 * @param steps of all threads together
 * @param loops backward branches without any scheduling point
 * @param fairLoops so many of them in a row, then the next thread has its turn
 * @param graceNanos virtual time that threads have to end after the scenario
 */
public record RunLimits(
        int fairSteps,
        int aloneSteps,
        int busySteps,
        int quietRounds,
        int idleRounds,
        int idleWakes,
        int steps,
        int loops,
        int fairLoops,
        long graceNanos) {

    public static final RunLimits DEFAULT =
            new RunLimits(
                    150,
                    20_000,
                    200_000,
                    150,
                    1_000,
                    40,
                    400_000,
                    1_000_000,
                    10_000,
                    1_000_000_000L);
}
