package dev.interleave.web.compare;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.interleave.web.progress.ComparisonRun;
import java.util.List;

/**
 * A measurement as a page gets it.
 *
 * @param results what came out of each pair of versions; null unless it is over and the newest
 */
record RunState(
        long number,
        String state,
        int n,
        boolean same,
        List<String> versions,
        String message,
        String startedAt,
        RawValue results) {

    static RunState of(ComparisonRun run, boolean withResults) {
        return new RunState(
                run.number(),
                run.state(),
                run.n(),
                run.same(),
                run.versions(),
                run.message(),
                run.startedAt().toString(),
                withResults && run.results() != null ? new RawValue(run.results()) : null);
    }
}
