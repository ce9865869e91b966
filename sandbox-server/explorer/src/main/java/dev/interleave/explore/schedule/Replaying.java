package dev.interleave.explore.schedule;

/** Chooses what another run chose; where that ended, the first option. */
public final class Replaying extends Strategy {

    private final int[] choices;

    public Replaying(int[] choices) {
        this.choices = choices.clone();
    }

    @Override
    int pick(Choice choice, int options, int threads, Scheduler scheduler) {
        var chosen = count() < choices.length ? choices[count()] : 0;
        return chosen < options ? chosen : 0;
    }
}
