package dev.interleave.cli.bench;

import dev.interleave.sandbox.grade.GradeReport;
import dev.interleave.sandbox.grade.Judge;
import dev.interleave.sandbox.grade.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one grading of a solution came out, as it is kept in a file.
 *
 * @param tests version of the exercise's tests
 * @param solution its folder, such as {@code wrong/no-loop}
 * @param sources hash of its files
 * @param seed of the searches for schedules
 * @param faults by the names of the tests that were not passed
 * @param unmet how it is not as the exercise says, each as the end of a sentence
 * @param millis from the start of the first jail to the report
 */
record GradingRecord(
        String exercise,
        String tests,
        String solution,
        String sources,
        long seed,
        Verdict verdict,
        double points,
        double max,
        Map<String, String> faults,
        List<String> unmet,
        long millis) {

    static GradingRecord of(GradedSolution solution, long seed, GradeReport report) {
        var faults = new TreeMap<String, String>();
        for (var result : report.tests()) {
            if (!result.passed()) {
                faults.put(result.test().name(), result.fault().code());
            }
        }
        return new GradingRecord(
                solution.handIn().exercise().id(),
                solution.tests(),
                solution.handIn().submission().name(),
                solution.sources(),
                seed,
                report.verdict(),
                report.score(),
                report.max(),
                faults,
                solution.handIn().expected().unmet(report),
                report.millis());
    }

    /** Whether the search went as in everybody's grading. */
    boolean usual() {
        return seed == Judge.USUAL_SEED;
    }

    /** Whether the verdict is wrong, or was found for none of the reasons that there are. */
    boolean wrong() {
        return !unmet.isEmpty();
    }

    /**
     * Whether it says something else than another grading of the same solution: with the same seed
     * nothing may differ, with another one other schedules may show another fault.
     */
    boolean differsFrom(GradingRecord other) {
        return verdict != other.verdict || seed == other.seed && !faults.equals(other.faults);
    }
}
