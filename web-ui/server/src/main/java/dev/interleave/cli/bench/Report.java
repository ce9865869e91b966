package dev.interleave.cli.bench;

import dev.interleave.bench.Figure;
import dev.interleave.json.JsonLines;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Tells figures to people or programs. */
public final class Report {

    private Report() {}

    /** One JSON object a figure. */
    public static Consumer<Figure> toProgram(JsonLines lines) {
        return figure ->
                lines.write(
                        lines.object()
                                .put("name", figure.name())
                                .put("unit", figure.unit())
                                .put("n", figure.n())
                                .put("p50", rounded(figure.p50()))
                                .put("p95", rounded(figure.p95()))
                                .put("p99", rounded(figure.p99()))
                                .put("notes", figure.notes()));
    }

    /** Three decimals: no clock here knows more. */
    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    /** A line a figure; what was measured once has no percentiles. */
    public static Consumer<Figure> toPerson(PrintWriter out) {
        return figure -> {
            out.println(figure.n() == 1 ? single(figure) : distribution(figure));
            out.flush();
        };
    }

    private static String single(Figure figure) {
        return "%-36s %12.2f %-47s(%s)"
                .formatted(figure.name(), figure.p50(), figure.unit(), figure.notes());
    }

    private static String distribution(Figure figure) {
        return "%-36s p50 %8.2f   p95 %8.2f   p99 %8.2f   %-6s(n = %d; %s)"
                .formatted(
                        figure.name(),
                        figure.p50(),
                        figure.p95(),
                        figure.p99(),
                        figure.unit(),
                        figure.n(),
                        figure.notes());
    }
}
