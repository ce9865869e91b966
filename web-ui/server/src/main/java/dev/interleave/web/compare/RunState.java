package dev.interleave.web.compare;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.interleave.web.progress.ComparisonRun;
import java.util.List;

/**
 * A measurement as a page gets it.
 *
 * @param name what its learner calls it; null if it has none
 * @param here whether it was measured on the machine that measures now
 * @param brief what came out of each pair of versions that was measured, without its figures
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
        String name,
        boolean here,
        List<Brief> brief,
        RawValue results) {

    /**
     * @param machine that measures now
     */
    static RunState of(ComparisonRun run, String machine, boolean withResults) {
        return new RunState(
                run.number(),
                run.state(),
                run.n(),
                run.same(),
                run.versions(),
                run.message(),
                run.startedAt().toString(),
                run.name(),
                machine.equals(run.machine()),
                Brief.of(run.results()),
                withResults && run.results() != null ? new RawValue(run.results()) : null);
    }
}
