package dev.interleave.cli.grade;

import dev.interleave.sandbox.grade.GradeReport;
import dev.interleave.sandbox.grade.TestResult;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line of comma-separated values for each submission, below a line of names. */
public final class GradeCsv implements GradeOutput {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final PrintWriter out;

    public GradeCsv(PrintWriter out) {
        this.out = out;
        line("submission", "exercise", "verdict", "score", "max", "failed", "faults", "millis");
    }

    @Override
    public void graded(Graded graded) {
        GradeReport report = graded.report();
        var failed = report.tests().stream().filter(result -> !result.passed()).toList();
        line(
                graded.submission(),
                report.exercise(),
                report.verdict().code(),
                number(report.score()),
                number(report.max()),
                failed.stream().map(r -> r.test().name()).collect(Collectors.joining(" ")),
                failed.stream()
                        .map(TestResult::fault)
                        .map(fault -> fault.code())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                Long.toString(report.millis()));
    }

    private void line(String... fields) {
        out.print(
                java.util.Arrays.stream(fields)
                        .map(GradeCsv::field)
                        .collect(Collectors.joining(",")));
        out.print("\r\n");
        out.flush();
    }

    /** Spreadsheets take some texts for formulas; file names come from learners. */
    private static String field(String text) {
        String safe =
                !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
