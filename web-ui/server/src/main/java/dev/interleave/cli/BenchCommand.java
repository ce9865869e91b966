package dev.interleave.cli;

import dev.interleave.cli.bench.Benchmark;
import dev.interleave.cli.bench.Benchmarks;
import dev.interleave.cli.bench.Figure;
import dev.interleave.json.JsonLines;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: measures the product itself. */
@Command(
        name = "bench",
        description = {
            "Measures the product itself on this machine.",
            "Compare ratios rather than times: they are taken in the same run."
        })
final class BenchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "Which benchmarks to run; the beginning of a name is enough. All of them if"
                            + " none is named.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Only list the benchmarks.")
    private boolean list;

    @Option(names = "--json", description = "Print one JSON object a figure.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var installation = Installation.ofSystemProperties();
        var all = Benchmarks.of(installation.root(), installation.jdk());
        var chosen = all.stream().filter(this::isChosen).toList();
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no such benchmark. There are: "
                            + String.join(", ", all.stream().map(Benchmark::name).toList()));
        }
        for (var benchmark : chosen) {
            if (list) {
                tell(benchmark);
            } else {
                benchmark.run(json ? toProgram() : this::toPerson);
            }
        }
        return 0;
    }

    private boolean isChosen(Benchmark benchmark) {
        return names.isEmpty() || names.stream().anyMatch(benchmark.name()::startsWith);
    }

    private void tell(Benchmark benchmark) {
        print("%-28s %s".formatted(benchmark.name(), benchmark.purpose()));
    }

    private static Consumer<Figure> toProgram() {
        var lines = JsonLines.onStandardOutput();
        return figure ->
                lines.write(
                        lines.object()
                                .put("name", figure.name())
                                .put("unit", figure.unit())
                                .put("n", figure.n())
                                .put("p50", figure.p50())
                                .put("p95", figure.p95())
                                .put("p99", figure.p99())
                                .put("notes", figure.notes()));
    }

    private void toPerson(Figure figure) {
        print(
                "%-28s p50 %8.2f   p95 %8.2f   p99 %8.2f   %-5s (n = %d; %s)"
                        .formatted(
                                figure.name(),
                                figure.p50(),
                                figure.p95(),
                                figure.p99(),
                                figure.unit(),
                                figure.n(),
                                figure.notes()));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
