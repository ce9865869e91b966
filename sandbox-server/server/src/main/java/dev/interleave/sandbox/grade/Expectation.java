package dev.interleave.sandbox.grade;

import dev.interleave.sandbox.grade.Exercise.WrongSolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a solution that comes with an exercise has to come to when it is graded. */
public sealed interface Expectation {

    /** A reference: every test is passed. */
    record FullMarks() implements Expectation {}

    /**
     * A wrong solution.
     *
     * @param faults of which at least one must be found
     * @param tests of which each must fail
     */
    record Found(Set<Fault> faults, Set<String> tests) implements Expectation {}

    /** What is expected of a wrong solution. */
    static Expectation of(WrongSolution wrong) {
        return new Found(wrong.faults(), wrong.tests());
    }

    /** How a report is not as expected, each as the end of a sentence; empty if it is. */
    default List<String> unmet(GradeReport report) {
        return switch (this) {
            case FullMarks _ ->
                    report.verdict() == Verdict.PASSED
                            ? List.of()
                            : List.of("is " + report.verdict().code() + ": " + why(report));
            case Found found -> unmet(found, report);
        };
    }

    private static List<String> unmet(Found expected, GradeReport report) {
        List<TestResult> failed = report.tests().stream().filter(test -> !test.passed()).toList();
        List<String> unmet = new ArrayList<>();
        if (report.verdict() == Verdict.PASSED) {
            unmet.add("passes.");
        } else if (report.verdict() == Verdict.UNGRADABLE) {
            unmet.add("is ungradable: " + report.message());
        } else if (failed.stream().noneMatch(r -> expected.faults().contains(r.fault()))) {
            unmet.add("fails for another reason than it names: " + why(report));
        }
        for (String test : expected.tests()) {
            if (failed.stream().noneMatch(r -> r.test().name().equals(test))) {
                unmet.add("does not fail " + test + ": " + why(report));
            }
        }
        return unmet;
    }

    private static String why(GradeReport report) {
        return report.message() != null
                ? report.message()
                : report.tests().stream()
                        .filter(result -> !result.passed())
                        .map(r -> r.test().name() + ": " + r.fault().code() + ": " + r.message())
                        .collect(Collectors.joining("\n    "));
    }
}
