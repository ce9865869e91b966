package dev.interleave.grader.sample;

import dev.interleave.explore.CellOutcome;
import dev.interleave.explore.CellRun;
import dev.interleave.grader.message.FromSampler;
import dev.interleave.grader.message.RecordedOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what came of the runs. */
final class Tally {

    private final Map<CellOutcome, Seen> outcomes = new LinkedHashMap<>();
    private final Set<Long> schedules = new HashSet<>();
    private int runs;
    private int others;

    /** An outcome with the first run that had it. */
    private static final class Seen {
        private final long seed;
        private final String explanation;
        private int count;

        Seen(long seed, String explanation) {
            this.seed = seed;
            this.explanation = explanation;
        }
    }

    void add(long seed, CellRun run) {
        runs++;
        schedules.add(run.schedule());
        Seen seen = outcomes.get(run.outcome());
        if (seen == null && outcomes.size() == FromSampler.MOST_OUTCOMES) {
            others++;
            return;
        }
        if (seen == null) {
            seen = new Seen(seed, run.explanation());
            outcomes.put(run.outcome(), seen);
        }
        seen.count++;
    }

    FromSampler.Counted counted() {
        List<RecordedOutcome> told = new ArrayList<>();
        outcomes.forEach((outcome, seen) -> told.add(recorded(outcome, seen)));
        return new FromSampler.Counted(runs, schedules.size(), others, told);
    }

    private static RecordedOutcome recorded(CellOutcome outcome, Seen seen) {
        return new RecordedOutcome(
                outcome.printed(),
                outcome.value(),
                outcome.ending(),
                outcome.message(),
                seen.explanation,
                seen.count,
                seen.seed);
    }

    /** The outcomes, in the order in which they are told. */
    List<CellOutcome> outcomes() {
        return List.copyOf(outcomes.keySet());
    }
}
