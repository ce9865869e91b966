package dev.interleave.explore;

/** Makes a scenario for each run, so that no run sees what another left in static fields. */
@FunctionalInterface
public interface ScenarioSource {

    /** The scenario of the next run; never throws because of the submission. */
    Scenario fresh();
}
