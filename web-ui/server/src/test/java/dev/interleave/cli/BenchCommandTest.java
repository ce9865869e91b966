package dev.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.TestApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench}, in a process of its own as the launcher starts it, with cells in real jails. */
@Timeout(600)
class BenchCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path work;

    @Test
    void figures_are_lines_of_json_with_percentiles_in_order() throws Exception {
        TestApp.in(work.resolve("app"));

        var outcome = run("output", "session.stop", "--runs", "3", "--json");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        var figures = outcome.figures();
        assertThat(figures.stream().map(figure -> figure.get("name").asText()))
                .containsExactly(
                        "output.latency",
                        "output.burst",
                        "output.flood",
                        "session.stop.loop",
                        "session.stop.threads");
        assertThat(figures).allSatisfy(BenchCommandTest::isWhole);
        assertThat(figures.getLast().get("n").asInt()).isEqualTo(3);
        assertThat(figures.getLast().get("notes").asText()).contains("variables kept in ");
    }

    @Test
    void an_unknown_name_is_bad_use_and_all_names_are_told() throws Exception {
        var outcome = run("cell.hot", "--json");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("There is no benchmark \"cell.hot\"")
                .contains("cell.warm, cell.first-result")
                .doesNotContain("\tat ");
    }

    private static void isWhole(JsonNode figure) {
        assertThat(figure.get("unit").asText()).isEqualTo("ms");
        assertThat(figure.get("n").asInt()).isPositive();
        assertThat(figure.get("notes").asText()).isNotEmpty();
        var p50 = figure.get("p50").asDouble();
        var p95 = figure.get("p95").asDouble();
        assertThat(p50).isPositive().isLessThanOrEqualTo(p95);
        assertThat(p95).isLessThanOrEqualTo(figure.get("p99").asDouble());
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dinterleave.root=" + work);
        command.add("-Dinterleave.app=" + work.resolve("app"));
        command.add("-Dinterleave.course=" + work.resolve("course"));
        command.add("-Dinterleave.runtime=" + TestApp.RUNTIME);
        command.add("-Dinterleave.warm-up=0");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("dev.interleave.cli.Main", "bench"));
        command.addAll(List.of(arguments));
        var out = work.resolve("out");
        var err = work.resolve("err");
        var status =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start()
                        .waitFor();
        return new Outcome(status, Files.readString(out), Files.readString(err));
    }

    private record Outcome(int status, String out, String err) {

        List<JsonNode> figures() throws IOException {
            var figures = new ArrayList<JsonNode>();
            for (var line : out.lines().toList()) {
                figures.add(JSON.readTree(line));
            }
            return figures;
        }
    }
}
