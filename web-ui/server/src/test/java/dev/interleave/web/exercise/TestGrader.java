package dev.interleave.web.exercise;

import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.Grade.TestGrade;
import dev.interleave.sandbox.result.GradeAnswer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Stands at the border to the sandbox: passes what says {@code right}, and takes a permit for each
 * grading, so that a test decides when one goes on. It has one test, a hidden one if all are
 * wanted.
 */
public final class TestGrader implements Grader {

    public final Semaphore permits = new Semaphore(0);

    @Override
    public GradeAnswer grade(String exercise, Map<String, String> files, Tests tests) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            return new GradeAnswer.Impossible("The grader was interrupted.");
        }
        var right = files.values().stream().anyMatch(text -> text.contains("right"));
        var test =
                new TestGrade(
                        "it counts with " + tests,
                        null,
                        tests == Tests.ALL,
                        right,
                        right ? 10 : 0,
                        10,
                        right ? null : "race",
                        right ? null : "Two threads write.",
                        List.of(),
                        null,
                        null,
                        List.of());
        return new GradeAnswer.Graded(
                new Grade(
                        right ? "passed" : "failed",
                        right ? 10 : 0,
                        10,
                        null,
                        List.of(test),
                        1,
                        "v1"));
    }
}
