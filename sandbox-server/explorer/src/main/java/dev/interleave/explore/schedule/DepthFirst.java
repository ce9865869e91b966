package dev.interleave.explore.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Enumerates every run with at most so many preemptions and acts of the environment (Musuvathi and
 * others: Finding and reproducing Heisenbugs in concurrent programs, 2008). One object serves all
 * runs: {@link #next} prepares the next.
 */
public final class DepthFirst extends Strategy {

    private record Made(Choice choice, int options, int threads) {
        int cost(int chosen) {
            return switch (choice) {
                case PREEMPT, SPURIOUS -> chosen == 0 ? 0 : 1;
                case NEXT -> chosen >= threads ? 1 : 0;
                case WAKE, VALUE -> 0;
            };
        }
    }

    private final int bound;
    private final List<Made> choices = new ArrayList<>();
    private int[] prefix = {};
    private boolean cut;

    public DepthFirst(int bound) {
        this.bound = bound;
    }

    @Override
    int pick(Choice choice, int options, int threads, Scheduler scheduler) {
        var chosen = count() < prefix.length ? prefix[count()] : 0;
        if (chosen >= options) chosen = 0;
        choices.add(new Made(choice, options, threads));
        return chosen;
    }

    /** Prepares the next run; false if there is none within the bound. */
    public boolean next() {
        var found = advance();
        choices.clear();
        forget();
        return found;
    }

    /** Whether the bound kept some run from being tried. */
    public boolean cut() {
        return cut;
    }

    private boolean advance() {
        var spent = new int[count() + 1];
        for (var i = 0; i < count(); i++) spent[i + 1] = spent[i] + choices.get(i).cost(made(i));
        for (var i = count() - 1; i >= 0; i--) {
            var made = choices.get(i);
            for (var chosen = made(i) + 1; chosen < made.options(); chosen++) {
                if (spent[i] + made.cost(chosen) > bound) {
                    cut = true;
                    continue;
                }
                prefix = java.util.Arrays.copyOf(choices(), i + 1);
                prefix[i] = chosen;
                return true;
            }
        }
        return false;
    }
}
