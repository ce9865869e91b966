package dev.interleave.cli.run;

import dev.interleave.sandbox.Sample;
import dev.interleave.sandbox.result.SampleEvent.Counted;
import dev.interleave.sandbox.result.SampledOutcome;

/**
 * How a cell is tried under many schedules.
 *
 * @param schedules how many runs at most
 * @param seed of the first run
 * @param mustHold a condition in Java that holds after each right run, so that the first wrong one
 *     is enough; null to try them all
 */
public record Search(int schedules, long seed, String mustHold) {

    /** The cell, and behind it what must hold. */
    Sample of(String source) {
        return new Sample(mustHold == null ? source : checked(source), schedules, seed);
    }

    private String checked(String source) {
        var end = source.stripTrailing();
        var separator = end.endsWith(";") || end.endsWith("}") ? "" : "\n;";
        var message = mustHold.replace("\\", "\\\\").replace("\"", "\\\"");
        return "%s%s\nif (!(%s)) throw new AssertionError(\"does not hold: %s\");"
                .formatted(source, separator, mustHold, message);
    }

    /** Whether no further run is needed. */
    boolean isEnough(Counted counted) {
        return mustHold != null && counted.outcomes().stream().anyMatch(Search::isWrong);
    }

    /** Threads that are left are a matter of the environment more than of the schedule. */
    private static boolean isWrong(SampledOutcome outcome) {
        return outcome.ending() != null && !outcome.ending().equals("leak");
    }
}
