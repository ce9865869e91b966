package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.TestRecord;
import java.util.List;
import java.util.Map;

/** Puts a submission's report together: what each test is worth is decided here. */
final class Report {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Prepared ready;
    private final List<ExerciseTest> tests;
    private final long start;

    Report(Prepared ready, List<ExerciseTest> tests, long startNanos) {
        this.ready = ready;
        this.tests = tests;
        this.start = startNanos;
    }

    List<ExerciseTest> tests() {
        return tests;
    }

    GradeReport ungradable(String message) {
        return report(Verdict.UNGRADABLE, message, List.of());
    }

    /** Nothing counts, whatever went well before. */
    GradeReport rejected(Fault fault, String message) {
        return report(
                Verdict.REJECTED,
                message,
                tests.stream()
                        .map(t -> TestResult.notPassed(t, ready.worth(t), fault, message))
                        .toList());
    }

    GradeReport tested(Map<ExerciseTest, TestResult> results) {
        List<TestResult> inOrder = tests.stream().map(results::get).toList();
        boolean all = !inOrder.isEmpty() && inOrder.stream().allMatch(TestResult::passed);
        return report(all ? Verdict.PASSED : Verdict.FAILED, null, inOrder);
    }

    private GradeReport report(Verdict verdict, String message, List<TestResult> results) {
        double most = tests.stream().mapToDouble(ready::worth).sum();
        double score =
                results.stream()
                        .filter(TestResult::passed)
                        .map(TestResult::test)
                        .mapToDouble(ready::worth)
                        .sum();
        return new GradeReport(
                ready.exercise().id(),
                verdict,
                rounded(score),
                rounded(most),
                message,
                results,
                (System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    /** The result of one test from its record. */
    TestResult result(ExerciseTest test, TestRecord record, Schedules schedules) {
        double worth = rounded(ready.worth(test));
        if (record.symptom() == null) {
            return new TestResult(test, worth, worth, null, null, null, null, null, List.of());
        }
        Fault fault = Fault.valueOf(record.symptom().name());
        boolean silent = test.hidden() && !ready.exercise().settings().hiddenMessages();
        return new TestResult(
                test,
                0,
                worth,
                fault,
                silent ? HiddenMessages.of(fault) : Visible.text(record.message()),
                Visible.text(record.place()),
                Visible.text(record.seed()),
                silent ? null : Visible.text(record.replay()),
                silent ? schedules.hidden(record.steps()) : schedules.open(record.steps()));
    }

    TestResult notPassed(ExerciseTest test, Fault fault, String message) {
        return TestResult.notPassed(test, rounded(ready.worth(test)), fault, message);
    }

    private static double rounded(double points) {
        return Math.round(points * 1000) / 1000.0;
    }
}
