package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import dev.interleave.sandbox.grade.Exercise.Settings;
import dev.interleave.sandbox.grade.Exercise.Solution;
import java.io.IOException;
import java.util.List;

/**
 * Grades three submissions whose verdicts are known, a good one, a bad one, and a cheat, before
 * anybody else's; where one comes out wrong nothing is graded.
 */
final class Canaries {

    private static final String TEST =
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;

            import org.junit.jupiter.api.Test;

            class CanaryTest {
                @Test
                void sings() {
                    assertEquals(42, new Song().note());
                }
            }
            """;

    private static final String GOOD = song("return 42;");
    private static final String BAD = song("return 41;");
    private static final String CHEAT = song("System.exit(0); return 42;");

    private final Judge judge;

    Canaries(Judge judge) {
        this.judge = judge;
    }

    private static String song(String body) {
        return "class Song { int note() { %s } }".formatted(body);
    }

    private static List<SourceFile> file(String name, String text) {
        return List.of(new SourceFile(name, text));
    }

    void check() throws IOException {
        Exercise exercise =
                new Exercise(
                        "canary",
                        "Canary",
                        1,
                        1,
                        Settings.DEFAULT,
                        "",
                        List.of(),
                        List.of(),
                        "",
                        file("Song.java", BAD),
                        List.of(new Solution("good", file("Song.java", GOOD))),
                        List.of(),
                        file("CanaryTest.java", TEST));
        try {
            expect(exercise, GOOD, Verdict.PASSED);
            expect(exercise, BAD, Verdict.FAILED);
            expect(exercise, CHEAT, Verdict.REJECTED);
        } catch (ExerciseException e) {
            throw new IOException("Grading does not work here: " + e.getMessage(), e);
        }
    }

    private void expect(Exercise exercise, String source, Verdict verdict)
            throws IOException, ExerciseException {
        GradeReport report = judge.grade(exercise, Submission.ofText("canary", exercise, source));
        if (report.verdict() != verdict) {
            throw new IOException(
                    "Grading does not work here: a submission that must be %s was %s. %s %s"
                            .formatted(
                                    verdict.code(),
                                    report.verdict().code(),
                                    report.message(),
                                    report.tests()));
        }
    }
}
