package dev.interleave.cli.grade;

import dev.interleave.sandbox.grade.GradeReport;
import dev.interleave.sandbox.grade.TestResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** For people: a line for each submission, and why for each test that did not pass. */
public final class GradeTable implements GradeOutput {

    private final PrintWriter out;
    private final List<Graded> all = new ArrayList<>();

    public GradeTable(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void graded(Graded graded) {
        all.add(graded);
        GradeReport report = graded.report();
        out.println(
                String.format(
                        Locale.ROOT,
                        "%-10s %6.2f of %.2f  %s",
                        report.verdict().code(),
                        report.score(),
                        report.max(),
                        graded.submission()));
        if (report.message() != null) {
            indented(report.message());
        } else {
            report.tests().stream().filter(result -> !result.passed()).forEach(this::explain);
        }
        out.flush();
    }

    private void explain(TestResult result) {
        indented(
                "%s: %s: %s"
                        .formatted(
                                result.fault().code(), result.test().sentence(), result.message()));
        if (result.place() != null) {
            result.place().lines().limit(3).forEach(line -> indented("  " + line));
        }
    }

    private void indented(String text) {
        text.lines().forEach(line -> out.println("           " + line));
    }

    @Override
    public void end() {
        if (all.size() > 1) {
            double sum = all.stream().mapToDouble(graded -> graded.report().score()).sum();
            long passed =
                    all.stream().filter(g -> g.report().verdict().code().equals("passed")).count();
            out.println(
                    String.format(
                            Locale.ROOT,
                            "%d submissions, %d passed, %.2f points on average",
                            all.size(),
                            passed,
                            sum / all.size()));
            out.flush();
        }
    }
}
