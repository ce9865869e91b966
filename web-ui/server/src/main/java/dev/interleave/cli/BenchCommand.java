package dev.interleave.cli;

import dev.interleave.bench.Amounts;
import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.Figure;
import dev.interleave.bench.Sandboxes;
import dev.interleave.cli.bench.BenchStop;
import dev.interleave.cli.bench.Benchmarks;
import dev.interleave.cli.bench.KeptFiles;
import dev.interleave.cli.bench.ProgressLine;
import dev.interleave.cli.bench.Report;
import dev.interleave.json.JsonLines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
            "Measures the product itself on this machine; without names, a short run over most"
                    + " of it in about two minutes.",
            "Compare ratios rather than times: they are taken in turns, in the same run.",
            "docs/performance.md says what each figure means."
        })
final class BenchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Benchmarks to run in full; the beginning of a name is enough.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Only list the benchmarks.")
    private boolean list;

    @Option(names = "--full", description = "Run all of them in full; an hour of it is the soak.")
    private boolean full;

    @Option(names = "--json", description = "Print one JSON object a figure.")
    private boolean json;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "0",
            description = "How often to measure each value (default: depends on the benchmark).")
    private int runs;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "Sessions that session.memory really starts, 500 for instance"
                            + " (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--learners",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Learners of cell.load, class.hand-ins and compare.beside-cells (default:"
                            + " several, 300 and 50).")
    private int learners;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "60",
            description = "How long soak goes on (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Where compare.aa or grade.flakes keeps each result as soon as it is there"
                            + " (default: compare-aa.jsonl, grade-flakes.jsonl).")
    private Path record;

    @Option(
            names = "--resume",
            description = "Let compare.aa and grade.flakes go on with what is in those files.")
    private boolean resume;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "Let grade.flakes grade only these: references, wrong, or beginnings of the"
                            + " names of exercises.")
    private List<String> only = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws Exception {
        var here = Installation.ofSystemProperties();
        var all =
                Benchmarks.of(
                        here.root(),
                        () -> GradingJails.rehearsed(here),
                        () -> ComparingJails.open(here),
                        new KeptFiles(record, resume),
                        only);
        var chosen = chosen(all);
        if (list) {
            all.forEach(this::tell);
        } else {
            checkRecords(chosen);
            run(chosen, here);
            tellLeftOut(all.stream().filter(one -> !chosen.contains(one)).toList());
        }
        return 0;
    }

    private List<Benchmark> chosen(List<Benchmark> all) {
        checkAmounts();
        if (names.isEmpty()) {
            return all.stream().filter(benchmark -> full || benchmark.inQuickRun()).toList();
        }
        var chosen = new ArrayList<Benchmark>();
        for (var name : names) {
            var meant = all.stream().filter(one -> one.name().startsWith(name)).toList();
            if (meant.isEmpty()) {
                throw badUse(
                        "There is no benchmark \"%s\". There are: %s."
                                .formatted(name, namesOf(all)));
            }
            meant.stream().filter(one -> !chosen.contains(one)).forEach(chosen::add);
        }
        return chosen;
    }

    private void checkAmounts() {
        if (runs < 0 || sessions < 1 || learners < 0 || minutes < 0) {
            throw badUse("--runs, --sessions, --learners and --minutes take positive numbers.");
        }
    }

    /** Before anything is measured, which may be an hour before it is needed. */
    private void checkRecords(List<Benchmark> chosen) {
        var kept = new KeptFiles(record, resume);
        var keepers = chosen.stream().filter(one -> kept.of(one.name()).isPresent()).toList();
        if (record != null && keepers.size() > 1) {
            throw badUse(
                    "--record names one file, and several benchmarks would write to it: %s."
                            .formatted(namesOf(keepers)));
        }
        for (var keeper : keepers) {
            if (kept.inTheWay(keeper.name())) {
                throw badUse(
                        ("%s is there already: --resume goes on with it, --record names another"
                                        + " file.")
                                .formatted(kept.of(keeper.name()).orElseThrow()));
            }
        }
    }

    private ParameterException badUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String namesOf(List<Benchmark> benchmarks) {
        return benchmarks.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }

    private boolean quick() {
        return names.isEmpty() && !full;
    }

    private void run(List<Benchmark> chosen, Installation here) throws Exception {
        var progress = new ProgressLine(spec.commandLine().getErr(), onTerminal());
        var amounts =
                new Amounts(quick(), runs, sessions, learners, Duration.ofMinutes(minutes), seed);
        var opener = new BenchSandbox(new CellSandbox(here, false));
        var sandboxes = new Sandboxes(opener);
        try (var stop = new BenchStop(sandboxes)) {
            opener.rehearse();
            for (var benchmark : chosen) {
                var bench = new Bench(amounts, here.jdk(), sandboxes, report(progress), progress);
                run(benchmark, bench, stop);
            }
        } finally {
            progress.clear();
        }
    }

    private static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private static void run(Benchmark benchmark, Bench bench, BenchStop stop) throws Exception {
        try {
            benchmark.run(bench);
        } catch (Exception e) {
            if (stop.stopped()) {
                // The process is about to end, and that is what failed.
                Thread.sleep(Long.MAX_VALUE);
            }
            throw new IllegalStateException(benchmark.name() + ": " + e.getMessage(), e);
        }
    }

    private Consumer<Figure> report(ProgressLine progress) {
        var report =
                json
                        ? Report.toProgram(JsonLines.onStandardOutput())
                        : Report.toPerson(spec.commandLine().getOut());
        return figure -> {
            progress.clear();
            report.accept(figure);
        };
    }

    private void tellLeftOut(List<Benchmark> leftOut) {
        if (quick()) {
            warn(
                    "This was the short run: few values each, nothing after 500 evaluations, 10"
                            + " learners at once, and not "
                            + namesOf(leftOut)
                            + ". ./interleave bench --full runs everything.");
        }
    }

    private void tell(Benchmark benchmark) {
        var line = "%-20s %s".formatted(benchmark.name(), benchmark.purpose());
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void warn(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
