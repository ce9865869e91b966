package dev.interleave.explore;

import dev.interleave.explore.diagnose.Diagnosis;
import dev.interleave.explore.result.Fault;
import dev.interleave.explore.result.Outcome;
import dev.interleave.explore.result.Replay;
import dev.interleave.explore.result.Step;
import dev.interleave.explore.runtime.Execution;
import dev.interleave.explore.runtime.RunSettings;
import dev.interleave.explore.schedule.DepthFirst;
import dev.interleave.explore.schedule.Ending;
import dev.interleave.explore.schedule.Priorities;
import dev.interleave.explore.schedule.RandomWalk;
import dev.interleave.explore.schedule.Replaying;
import dev.interleave.explore.schedule.RunLimits;
import dev.interleave.explore.schedule.Strategy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Searches the schedules of one scenario for a fault: first every schedule with few preemptions,
 * then random ones, then some with what the environment may do. Stops at the first fault and
 * replays it.
 *
 * <p>Threading: the caller must be a platform thread, and one exploration runs in a JVM at a time.
 */
public final class Exploration {

    private static final String WAITS_FOR_POOL =
            "The submission waits for the common pool, whose schedules cannot be explored.";
    private static final int SYSTEMATIC_PERCENT = 60;
    private static final int PERCENT = 100;
    private static final int ENVIRONMENT_SHARE = 3;

    /** Of all runs together: a scenario that is too large is tried less often. */
    private static final long MAX_STEPS = 10_000_000;

    /** A search that got no further than a part of its budget has not searched. */
    private static final int LEAST_SHARE = 20;

    private static final long SEED_STRIDE = 1_000_003;

    private final ScenarioSource source;
    private final Settings settings;
    private int runs;
    private int exhausted = -1;
    private boolean complete;
    private int longest;
    private long steps;

    private Exploration(ScenarioSource source, Settings settings) {
        this.source = source;
        this.settings = settings;
    }

    /** Explores a scenario that keeps no state between runs. */
    public static Outcome of(Scenario scenario, Settings settings) {
        return of((ScenarioSource) () -> scenario, settings);
    }

    /** Explores a scenario that is made anew for each run. */
    public static Outcome of(ScenarioSource source, Settings settings) {
        return new Exploration(source, settings).explore();
    }

    /** Runs one schedule again; passed means that it showed no fault. */
    public static Outcome replay(ScenarioSource source, Settings settings, Replay replay) {
        var exploration = new Exploration(source, settings);
        var first = exploration.repeat(replay);
        if (first.uncontrolled() != null) return new Outcome.Uncontrolled(1, first.uncontrolled());
        if (first.fault().isEmpty()) return new Outcome.Passed(1, -1, false, first.steps());
        return exploration.failed(first.fault().get(), "replay", replay);
    }

    private Outcome explore() {
        var environment =
                settings.spuriousWakeups() || settings.earlyTimeouts()
                        ? settings.schedules() / ENVIRONMENT_SHARE
                        : 0;
        var budget = settings.schedules() - environment;
        return systematic(plainRun(), budget * SYSTEMATIC_PERCENT / PERCENT, settings.preemptions())
                .or(() -> complete ? Optional.empty() : random(plainRun(), budget))
                .or(() -> environment == 0 ? Optional.empty() : withEnvironment(environment))
                .orElseGet(this::nothingFound);
    }

    /** Who burns steps must not escape the search by that. */
    private Outcome nothingFound() {
        if (complete || steps < MAX_STEPS || runs * LEAST_SHARE >= settings.schedules()) {
            return new Outcome.Passed(runs, exhausted, complete, longest);
        }
        var reason =
                "A run takes up to %,d steps, so only %d of %d schedules could be tried."
                        .formatted(longest, runs, settings.schedules());
        return new Outcome.Uncontrolled(runs, reason);
    }

    private Optional<Outcome> withEnvironment(int budget) {
        var exhaustedBefore = exhausted;
        var completeBefore = complete;
        var end = runs + budget;
        var outcome =
                systematic(environmentRun(), budget * SYSTEMATIC_PERCENT / PERCENT, 1)
                        .or(() -> random(environmentRun(), end));
        exhausted = exhaustedBefore;
        complete = completeBefore;
        return outcome;
    }

    /**
     * Every schedule with 0 preemptions, then with 1, and so on; each number has an equal part of
     * what is left.
     */
    private Optional<Outcome> systematic(RunSettings run, int budget, int bounds) {
        var left = budget;
        for (var bound = 0; bound <= bounds; bound++) {
            var search = new DepthFirst(bound);
            var part = left / (bounds - bound + 1);
            var more = true;
            while (more && part > 0 && steps < MAX_STEPS) {
                var outcome =
                        attempt(search, run, "systematic, at most %d preemptions".formatted(bound));
                if (outcome.isPresent()) return outcome;
                part--;
                left--;
                more = search.next();
            }
            if (more) return Optional.empty();
            exhausted = bound;
            complete = !search.cut();
            if (complete) return Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Outcome> random(RunSettings run, int until) {
        for (var i = 0; runs < until && steps < MAX_STEPS; i++) {
            var seed = settings.seed() * SEED_STRIDE + i;
            // Accesses to plain memory are points in half of the runs: see docs/exploring.md.
            var points =
                    new RunSettings(
                            run.seed(),
                            run.races(),
                            !run.races() || i % 2 == 1,
                            run.spurious(),
                            run.earlySleeps(),
                            run.earlyTimeouts(),
                            false,
                            run.limits());
            var strategy = strategy(i / 2, seed);
            var outcome = attempt(strategy, points, "random, seed %d".formatted(seed));
            if (outcome.isPresent()) return outcome;
        }
        return Optional.empty();
    }

    private Strategy strategy(int number, long seed) {
        return switch (number % 4) {
            case 0 -> new Priorities(seed, 3, longest);
            case 1 -> new RandomWalk(seed, 0.5);
            case 2 -> new Priorities(seed, 5, longest);
            default -> new RandomWalk(seed, 0.1);
        };
    }

    private Optional<Outcome> attempt(Strategy strategy, RunSettings run, String found) {
        var result = run(strategy, run);
        runs++;
        longest = Math.max(longest, result.steps());
        steps += result.steps();
        if (result.uncontrolled() != null)
            return Optional.of(new Outcome.Uncontrolled(runs, result.uncontrolled()));
        return result.fault()
                .map(
                        fault ->
                                failed(
                                        fault,
                                        found,
                                        new Replay(run.seed(), run.mode(), strategy.choices())));
    }

    private Outcome failed(Fault fault, String found, Replay replay) {
        var first = repeat(replay);
        var second = repeat(replay);
        var same =
                first.fault().equals(second.fault())
                        && first.trace().equals(second.trace())
                        && first.fault().filter(again -> again.kind() == fault.kind()).isPresent();
        return new Outcome.Failed(
                runs, first.fault().orElse(fault), found, replay, same, first.trace());
    }

    private RunResult repeat(Replay replay) {
        var run = plainRun().seeded(replay.seed()).inMode(replay.mode()).traced(true);
        return run(new Replaying(replay.choices()), run);
    }

    private record RunResult(
            Optional<Fault> fault, String uncontrolled, int steps, List<Step> trace) {}

    private RunResult run(Strategy strategy, RunSettings run) {
        var execution = new Execution(strategy, run);
        var scenario = source.fresh();
        var ending =
                execution.run(
                        () -> {
                            var handle = new Run(execution);
                            handle.guard(
                                    "main",
                                    () -> {
                                        scenario.run(handle);
                                        handle.joinAll();
                                    });
                        });
        var steps = execution.scheduler().steps();
        if (ending == Ending.UNCONTROLLED || Diagnosis.waitsForForeignPool(execution)) {
            var known = execution.scheduler().uncontrolled();
            var reason = Objects.requireNonNullElse(known, WAITS_FOR_POOL);
            return new RunResult(Optional.empty(), reason, steps, List.of());
        }
        var fault = Diagnosis.of(execution, settings.leaks());
        return new RunResult(fault, null, steps, execution.trace());
    }

    private RunSettings plainRun() {
        return new RunSettings(
                settings.seed(),
                settings.races(),
                !settings.races(),
                0,
                false,
                false,
                false,
                RunLimits.DEFAULT);
    }

    private RunSettings environmentRun() {
        return new RunSettings(
                settings.seed(),
                settings.races(),
                !settings.races(),
                settings.spuriousWakeups() ? 1 : 0,
                true,
                settings.earlyTimeouts(),
                false,
                RunLimits.DEFAULT);
    }
}
