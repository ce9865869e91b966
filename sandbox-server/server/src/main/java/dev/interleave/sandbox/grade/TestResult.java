package dev.interleave.sandbox.grade;

import dev.interleave.sandbox.result.ScheduleStep;
import java.util.List;

/**
 * How a submission did in one test.
 *
 * @param points that it got, and {@code max} that there were
 * @param fault null if it passed
 * @param message for the learner; null if it passed, and without details where the test is hidden
 * @param place where in the submission, a line each, innermost first; or null
 * @param seed of the schedule that failed, or null
 * @param replay of that schedule, or null
 * @param steps of that schedule, the last ones if there are very many; of a hidden test only the
 *     learner's own lines
 */
public record TestResult(
        ExerciseTest test,
        double points,
        double max,
        Fault fault,
        String message,
        String place,
        String seed,
        String replay,
        List<ScheduleStep> steps) {

    public boolean passed() {
        return fault == null;
    }

    static TestResult notPassed(ExerciseTest test, double max, Fault fault, String message) {
        return new TestResult(test, 0, max, fault, message, null, null, null, List.of());
    }
}
