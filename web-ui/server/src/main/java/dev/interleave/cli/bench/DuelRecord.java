package dev.interleave.cli.bench;

import dev.interleave.sandbox.result.CompareResult.Claim;
import dev.interleave.sandbox.result.CompareResult.Summary;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import java.util.List;

/**
 * A comparison of which the truth is known, as it is kept in a file.
 *
 * @param sources of both versions, told apart from those of other duels by this number
 * @param failed why there is no claim; null if there is one
 * @param ratio how many times as fast the left version is
 * @param others share of the processors that other programs used
 */
record DuelRecord(
        String kind,
        int sources,
        String failed,
        Claim claim,
        double ratio,
        double low,
        double high,
        double seconds,
        double others,
        String jdk,
        Version left,
        Version right) {

    /**
     * What was measured of a version.
     *
     * @param error half of JMH's interval at 99.9 per cent
     * @param raw nanoseconds a call, of each iteration of each JVM
     */
    record Version(double error, List<List<Double>> raw) {

        private static Version of(Summary summary) {
            return new Version(summary.error(), summary.raw());
        }
    }

    static DuelRecord of(String kind, int sources, Verdict verdict) {
        return new DuelRecord(
                kind,
                sources,
                null,
                verdict.claim(),
                verdict.ratio().value(),
                verdict.ratio().low(),
                verdict.ratio().high(),
                verdict.seconds(),
                verdict.host().others(),
                verdict.host().jdk(),
                Version.of(verdict.left()),
                Version.of(verdict.right()));
    }

    static DuelRecord failed(String kind, int sources, String why) {
        return new DuelRecord(kind, sources, why, null, 1, 0, 0, 0, 0, null, null, null);
    }

    boolean measured() {
        return failed == null;
    }

    /** Whether each version ran in two JVMs or more, without which nobody could claim anything. */
    boolean repeated() {
        return measured() && left.raw().size() > 1;
    }
}
