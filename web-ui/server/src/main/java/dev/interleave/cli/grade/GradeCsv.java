package dev.interleave.cli.grade;

import dev.interleave.csv.CsvLines;
import dev.interleave.sandbox.grade.GradeReport;
import dev.interleave.sandbox.grade.TestResult;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** A line of comma-separated values for each submission, below a line of names. */
public final class GradeCsv implements GradeOutput {

    private static final int LONGEST_MESSAGE = 200;

    private final CsvLines csv;

    public GradeCsv(PrintWriter out) {
        this.csv = new CsvLines(out, ',');
        csv.line(
                "submission",
                "exercise",
                "verdict",
                "score",
                "max",
                "failed",
                "faults",
                "millis",
                "message");
    }

    @Override
    public void graded(Graded graded) {
        GradeReport report = graded.report();
        var failed = report.tests().stream().filter(result -> !result.passed()).toList();
        csv.line(
                graded.submission(),
                report.exercise(),
                report.verdict().code(),
                CsvLines.number(report.score()),
                CsvLines.number(report.max()),
                failed.stream().map(r -> r.test().name()).collect(Collectors.joining(" ")),
                failed.stream()
                        .map(TestResult::fault)
                        .map(fault -> fault.code())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                Long.toString(report.millis()),
                firstLine(report.message()));
    }

    /** Why there are no results; what a compiler says more stays in the other formats. */
    private static String firstLine(String message) {
        var line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
