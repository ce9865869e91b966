package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import dev.interleave.sandbox.grade.Exercise.Solution;
import dev.interleave.sandbox.grade.Exercise.WrongSolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Holds an exercise against what it says about itself: the stub earns nothing, every reference
 * solution everything, every wrong solution is caught for the reason that it names, and all of it
 * comes out the same each time.
 *
 * <p>Threading: one use, one thread.
 */
public final class ExerciseCheck {

    private final Judge judge;
    private final int times;
    private final Consumer<String> tried;
    private final List<String> problems = new ArrayList<>();
    private Exercise exercise;

    /**
     * @param times how often each solution is graded
     * @param tried hears a line about each thing that was tried
     */
    public ExerciseCheck(Judge judge, int times, Consumer<String> tried) {
        this.judge = judge;
        this.times = times;
        this.tried = tried;
    }

    /** What is wrong with the exercise, a sentence each; empty if it is good. */
    public List<String> check(Exercise checked) throws IOException {
        exercise = checked;
        try {
            List<ExerciseTest> tests = judge.tests(exercise);
            long hidden = tests.stream().filter(ExerciseTest::hidden).count();
            tried.accept(
                    "%s: %d tasks, %d tests, %d of them hidden"
                            .formatted(
                                    exercise.id(), exercise.tasks().size(), tests.size(), hidden));
            checkStub();
            for (Solution solution : exercise.solutions()) {
                checkSolution(solution);
            }
            for (WrongSolution wrong : exercise.wrong()) {
                checkWrong(wrong, tests);
            }
        } catch (ExerciseException e) {
            problems.addAll(e.problems());
        }
        return problems;
    }

    private void checkStub() throws IOException, ExerciseException {
        for (GradeReport report : grade("stub", exercise.stub())) {
            if (report.verdict() == Verdict.UNGRADABLE || report.verdict() == Verdict.REJECTED) {
                problem("stub", "is " + report.verdict().code() + ": " + report.message());
            } else if (report.score() != 0) {
                problem("stub", "earns " + report.score() + " points: " + passed(report));
            }
        }
    }

    private void checkSolution(Solution solution) throws IOException, ExerciseException {
        check("solution/" + solution.name(), solution.files(), new Expectation.FullMarks());
    }

    private void checkWrong(WrongSolution wrong, List<ExerciseTest> tests)
            throws IOException, ExerciseException {
        String name = "wrong/" + wrong.name();
        for (String test : wrong.tests()) {
            if (tests.stream().noneMatch(t -> t.name().equals(test))) {
                problem(name, "names a test " + test + ", which is not there.");
            }
        }
        check(name, wrong.files(), Expectation.of(wrong));
    }

    private void check(String name, List<SourceFile> files, Expectation expected)
            throws IOException, ExerciseException {
        for (GradeReport report : grade(name, files)) {
            expected.unmet(report).forEach(unmet -> problem(name, unmet));
        }
    }

    private List<GradeReport> grade(String name, List<SourceFile> files)
            throws IOException, ExerciseException {
        List<GradeReport> reports = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            reports.add(judge.grade(exercise, new Submission(name, files)));
        }
        List<String> outcomes = reports.stream().map(ExerciseCheck::outcome).distinct().toList();
        tried.accept(
                "%s: %s: %d times %s"
                        .formatted(exercise.id(), name, times, String.join(" or ", outcomes)));
        if (outcomes.size() > 1) {
            problem(name, "is not graded the same each time: " + String.join("; ", outcomes));
        }
        return reports;
    }

    /** What has to be the same when the same is graded again. */
    private static String outcome(GradeReport report) {
        String faults =
                report.tests().stream()
                        .filter(result -> !result.passed())
                        .map(result -> result.test().name() + " " + result.fault().code())
                        .collect(Collectors.joining(", "));
        return report.verdict().code() + (faults.isEmpty() ? "" : " (" + faults + ")");
    }

    private static String passed(GradeReport report) {
        return report.tests().stream()
                .filter(TestResult::passed)
                .map(result -> result.test().name())
                .collect(Collectors.joining(", "));
    }

    private void problem(String name, String what) {
        String problem = exercise.id() + ": " + name + " " + what;
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
