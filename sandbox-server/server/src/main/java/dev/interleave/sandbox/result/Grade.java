package dev.interleave.sandbox.result;

import java.util.List;

/**
 * What the judge says of a submission.
 *
 * @param verdict {@code passed}, {@code failed}, {@code rejected} or {@code ungradable}
 * @param score points out of {@code max}
 * @param message why there are no results of tests, or null
 * @param tests in the order of the exercise; empty if no test could be run
 * @param testsVersion changes with the exercise's tests, points and settings; null in grades of
 *     older versions of the program
 */
public record Grade(
        String verdict,
        double score,
        double max,
        String message,
        List<TestGrade> tests,
        long millis,
        String testsVersion) {

    /**
     * One test.
     *
     * @param sentence what it shows, for the learner
     * @param task id of the task that it belongs to, or null
     * @param fault as the format of the exercises names it; null if it passed
     * @param message null if it passed
     * @param places in the submission, the newest first
     * @param seed of the schedule that failed, or null
     * @param replay of that schedule, or null
     * @param steps of that schedule, the last ones if there are very many
     */
    public record TestGrade(
            String sentence,
            String task,
            boolean hidden,
            boolean passed,
            double points,
            double max,
            String fault,
            String message,
            List<String> places,
            String seed,
            String replay,
            List<ScheduleStep> steps) {}
}
