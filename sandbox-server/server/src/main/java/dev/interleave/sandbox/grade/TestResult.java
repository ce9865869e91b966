package dev.interleave.sandbox.grade;

/**
 * How a submission did in one test.
 *
 * @param points that it got, and {@code max} that there were
 * @param fault null if it passed
 * @param message for the learner; null if it passed, and without details where the test is hidden
 * @param place where in the submission, a line each, innermost first; or null
 * @param seed of the schedule that failed, or null
 * @param replay of that schedule, or null
 */
public record TestResult(
        ExerciseTest test,
        double points,
        double max,
        Fault fault,
        String message,
        String place,
        String seed,
        String replay) {

    public boolean passed() {
        return fault == null;
    }

    static TestResult notPassed(ExerciseTest test, double max, Fault fault, String message) {
        return new TestResult(test, 0, max, fault, message, null, null, null);
    }
}
