package dev.interleave.sandbox.grade;

import java.util.List;
import java.util.Set;

/**
 * What the judge found out about an exercise with the first of its reference solutions.
 *
 * @param tests in the order in which they were written
 * @param packages in which a submission's classes may be
 * @param testClasses names of the tests' classes, which a submission must not have
 * @param typesInTests types of the solution that the tests use
 */
record Prepared(
        Exercise exercise,
        List<ExerciseTest> tests,
        Set<String> packages,
        Set<String> testClasses,
        Set<String> typesInTests) {

    /** What a test is worth, of the exercise's points. */
    double worth(ExerciseTest test) {
        double all = tests.stream().mapToDouble(ExerciseTest::weight).sum();
        return exercise.points() * test.weight() / all;
    }
}
