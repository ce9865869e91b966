package dev.interleave.cli;

import dev.interleave.cli.run.CellFile;
import dev.interleave.cli.run.FileRun;
import dev.interleave.cli.run.Interruption;
import dev.interleave.cli.run.JsonReport;
import dev.interleave.cli.run.Report;
import dev.interleave.cli.run.Search;
import dev.interleave.cli.run.TextReport;
import dev.interleave.json.JsonLines;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Sample;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.web.cell.SandboxAccess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}: the cells of files in the jail, as a lesson would run them. */
@Command(
        name = "run",
        description = {
            "Runs each file as the cells of one fresh session in the jail.",
            "A line \"// ---\" ends a cell and begins the next one."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every cell ended well", "1:a cell did not", "2:bad use"})
final class RunCommand implements Callable<Integer> {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(120);

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of Java snippets.")
    private List<Path> paths;

    @Option(
            names = "--json",
            description = "Print one JSON object a line for everything that happens.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long each cell may take, 120 at most (default: ${DEFAULT-VALUE}).")
    private BigDecimal timeout;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "What the cells may use, as lessons name it (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(
            names = "--unsafe-no-jail",
            description =
                    "Run the cells even where there is no jail: they can then do whatever you"
                            + " can.")
    private boolean unsafeNoJail;

    @Option(
            names = "--trace",
            description = "Record what each thread does, runs and waits included, and report it.")
    private boolean trace;

    @Option(
            names = "--schedules",
            paramLabel = "N",
            description =
                    "Run the last cell of each file under N schedules, 10000 at most, and tell"
                            + " what can come of it; the cells before it run as usual.")
    private Integer schedules;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description =
                    "The seed of the first schedule; with --schedules 1 it repeats a run"
                            + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--must-hold",
            paramLabel = "CONDITION",
            description =
                    "With --schedules: search until a run ends with an exception or a deadlock, or"
                            + " until this condition in Java does not hold after the cell; the exit"
                            + " code is 1 then.")
    private String mustHold;

    @Override
    public Integer call() throws InterruptedException {
        check();
        var files = readAll();
        return switch (new CellSandbox(Installation.ofSystemProperties(), unsafeNoJail).open()) {
            case SandboxAccess.Granted(var sandbox) -> run(files, sandbox);
            case SandboxAccess.Refused(var reason) -> refuse(files, reason);
        };
    }

    private void check() {
        if (timeout.signum() <= 0 || timeout.compareTo(LONGEST) > 0) {
            throw badUse("--timeout takes seconds, more than 0 and at most %s.".formatted(LONGEST));
        }
        if (schedules != null && (schedules < 1 || schedules > Sample.MOST)) {
            throw badUse("--schedules takes a number from 1 to %d.".formatted(Sample.MOST));
        }
        if (mustHold != null && schedules == null) {
            throw badUse("--must-hold goes with --schedules.");
        }
        if (Profile.named(profile).isEmpty()) {
            throw badUse(
                    "There is no profile %s; known are: %s."
                            .formatted(
                                    profile,
                                    Profile.ALL.stream()
                                            .map(Profile::name)
                                            .collect(Collectors.joining(", "))));
        }
    }

    private List<CellFile> readAll() {
        var files = new ArrayList<CellFile>();
        for (var path : paths) {
            try {
                files.add(CellFile.read(path));
            } catch (CellFile.UnreadableException e) {
                throw badUse(e.getMessage());
            }
        }
        return files;
    }

    private ParameterException badUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int run(List<CellFile> files, Sandbox sandbox) throws InterruptedException {
        var input = new BufferedReader(new InputStreamReader(System.in));
        var run =
                new FileRun(
                        report(), Profile.named(profile).orElseThrow(), duration(), trace, input);
        var good = true;
        try (var _ = new Interruption(sandbox)) {
            for (var file : files) {
                good &=
                        schedules == null
                                ? run.run(file, sandbox)
                                : run.runWithSchedules(
                                        file, sandbox, new Search(schedules, seed, mustHold));
            }
        }
        return good ? 0 : 1;
    }

    private int refuse(List<CellFile> files, String reason) {
        spec.commandLine().getErr().println(reason);
        var report = report();
        files.forEach(file -> FileRun.refuse(file, reason, report));
        return 1;
    }

    private Report report() {
        return json
                ? new JsonReport(JsonLines.onStandardOutput())
                : new TextReport(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    private Duration duration() {
        return Duration.ofNanos(timeout.movePointRight(9).longValue());
    }
}
