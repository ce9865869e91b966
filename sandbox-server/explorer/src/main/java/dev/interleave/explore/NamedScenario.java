package dev.interleave.explore;

import dev.interleave.explore.result.Outcome;
import dev.interleave.explore.result.Replay;
import java.lang.reflect.Method;

/**
 * A scenario of a test class.
 *
 * @param method for whatever else is written on it; it must not be called
 */
public record NamedScenario(String name, Method method, Explore explore, ScenarioSource source) {

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
