package dev.interleave.grader.run;

import dev.interleave.explore.Exploration;
import dev.interleave.explore.Scenario;
import dev.interleave.explore.Settings;
import dev.interleave.explore.result.Outcome;

/** Scenarios whose outcome the judge knows, to see that the explorer still tells the truth. */
enum ScenarioCanary {
    HOLDS(run -> run.check(true, "holds")),
    FAILS(run -> run.check(false, "fails")),
    BREAKS(
            _ -> {
                throw new IllegalStateException("breaks");
            });

    private static final Settings FEW = Settings.DEFAULT.schedules(2);

    private final Scenario scenario;

    ScenarioCanary(Scenario scenario) {
        this.scenario = scenario;
    }

    Outcome explore() {
        return Exploration.of(scenario, FEW);
    }
}
