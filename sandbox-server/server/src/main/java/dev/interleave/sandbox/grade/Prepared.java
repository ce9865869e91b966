package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.ThrowsClause;
import java.util.List;
import java.util.Set;

/**
 * What the judge found out about an exercise with the first of its reference solutions.
 *
 * @param tests in the order in which they were written
 * @param packages in which a submission's classes may be
 * @param testClasses names of the tests' classes, which a submission must not have
 * @param typesInTests types of the solution that the tests use
 * @param throwsClauses what the solution's methods declare to throw
 */
record Prepared(
        Exercise exercise,
        List<ExerciseTest> tests,
        Set<String> packages,
        Set<String> testClasses,
        Set<String> typesInTests,
        List<ThrowsClause> throwsClauses) {

    /** What a test is worth, of the exercise's points. */
    double worth(ExerciseTest test) {
        double all = tests.stream().mapToDouble(ExerciseTest::weight).sum();
        return exercise.points() * test.weight() / all;
    }
}
