package dev.interleave.explore.schedule;

import java.util.Arrays;

/**
 * Decides every choice of one run, and remembers what it chose so that the run can be replayed.
 *
 * <p>Threading: used by the one thread of a run that has the turn.
 */
public abstract class Strategy {

    private int[] made = new int[64];
    private int count;

    /**
     * Chooses one of {@code options}.
     *
     * @param threads the first so many options are about threads; the others are acts of the
     *     environment, such as a spurious wake-up
     */
    final int choose(Choice choice, int options, int threads, Scheduler scheduler) {
        var chosen = pick(choice, options, threads, scheduler);
        if (count == made.length) made = Arrays.copyOf(made, count * 2);
        made[count++] = chosen;
        return chosen;
    }

    abstract int pick(Choice choice, int options, int threads, Scheduler scheduler);

    /** The choices of this run until now. */
    public final int[] choices() {
        return Arrays.copyOf(made, count);
    }

    final int count() {
        return count;
    }

    final int made(int index) {
        return made[index];
    }

    final void forget() {
        count = 0;
    }
}
