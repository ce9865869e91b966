package dev.interleave.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.bench.Figure;
import dev.interleave.json.JsonLines;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Figure MANY = Figure.of("a.b", "ms", List.of(2.0, 1.00049), "note");
    private static final Figure ONE = Figure.of("a.c", "MB", 7.5, "other");

    @Test
    void programs_get_an_object_a_line() {
        var out = new ByteArrayOutputStream();
        var report = Report.toProgram(new JsonLines(out));
        report.accept(MANY);
        report.accept(ONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"name":"a.b","unit":"ms","n":2,"p50":1.0,"p95":2.0,"p99":2.0,"notes":"note"}
                        {"name":"a.c","unit":"MB","n":1,"p50":7.5,"p95":7.5,"p99":7.5,"notes":"other"}
                        """);
    }

    @Test
    void people_get_percentiles_only_of_what_was_measured_more_than_once() {
        var out = new StringWriter();
        var report = Report.toPerson(new PrintWriter(out));
        report.accept(MANY);
        report.accept(ONE);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        many -> assertThat(many).contains("a.b", "p95     2.00", "ms", "n = 2"),
                        one ->
                                assertThat(one)
                                        .contains("a.c", "7.50 MB", "other")
                                        .doesNotContain("p95"));
    }
}
