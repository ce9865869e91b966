package dev.interleave.sandbox.grade;

import java.util.List;

/**
 * What the judge says about a submission.
 *
 * @param message why there are no results of tests, or null
 * @param tests in the order of the exercise; empty if no test could be run
 */
public record GradeReport(
        String exercise,
        Verdict verdict,
        double score,
        double max,
        String message,
        List<TestResult> tests,
        long millis) {}
