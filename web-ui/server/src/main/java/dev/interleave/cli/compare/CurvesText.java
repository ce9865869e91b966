package dev.interleave.cli.compare;

import dev.interleave.sandbox.result.CompareResult.Curve;
import dev.interleave.sandbox.result.CompareResult.CurveLint;
import dev.interleave.sandbox.result.CompareResult.CurvePoint;
import dev.interleave.sandbox.result.CompareResult.Curves;
import dev.interleave.sandbox.result.Ratio;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells load curves to a person. */
record CurvesText(PrintWriter out) {

    void tell(Curves curves) {
        out.println(curves.message());
        for (Curve curve : curves.curves()) {
            out.println(curve.name());
            out.println(
                    "         n    answers/s    (99 %)             p50        p95        p99 ms");
            curve.points().forEach(this::point);
            if (curve.memoryPerTask().known()) {
                out.println(
                        "    memory of a request in flight "
                                + CompareText.words(curve.memoryPerTask(), "B"));
            }
        }
        out.println(
                format(
                        "%d rounds in %.0f s; the service took %.2f ms where %.0f were asked for",
                        curves.rounds(),
                        curves.seconds(),
                        curves.serviceMillis(),
                        curves.delayMillis()));
        out.println(CompareText.words(curves.host()));
        for (CurveLint lint : curves.lints()) {
            out.println(
                    format(
                            "%s:%d: %s: %s",
                            curves.curves().get(lint.version()).name(),
                            lint.line(),
                            lint.rule(),
                            lint.message()));
            CompareText.lesson(out, lint.rule());
        }
    }

    private void point(CurvePoint point) {
        out.println(
                format(
                        "%10d %,12.1f    %-16s %9.1f  %9.1f  %9.1f",
                        point.n(),
                        point.throughput().value(),
                        range(point.throughput()),
                        point.p50().value() / 1e6,
                        point.p95().value() / 1e6,
                        point.p99().value() / 1e6));
    }

    private static String range(Ratio value) {
        return Double.isFinite(value.high())
                ? format("%.0f to %.0f", value.low(), value.high())
                : "one round";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
