package dev.interleave.explore;

import dev.interleave.explore.result.Outcome;
import dev.interleave.explore.result.Replay;

/** A scenario of a test class. */
public record NamedScenario(String name, Explore explore, ScenarioSource source) {

    /**
     * Explores it with the settings of the one who grades, as far as its annotation leaves them
     * open.
     */
    public Outcome explore(Settings settings) {
        return Exploration.of(source, settings.with(explore));
    }

    /** Runs one schedule again. */
    public Outcome replay(Settings settings, Replay replay) {
        return Exploration.replay(source, settings.with(explore), replay);
    }
}
