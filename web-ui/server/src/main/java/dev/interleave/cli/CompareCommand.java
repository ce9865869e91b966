package dev.interleave.cli;

import dev.interleave.cli.compare.CompareJson;
import dev.interleave.cli.compare.CompareText;
import dev.interleave.json.JsonLines;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: which of two versions is faster, if that can be told. */
@Command(
        name = "compare",
        description = {
            "Measures two versions by JMH, in pairs of JVMs that take turns, and says which one is"
                    + " faster, or that this cannot be told.",
            "A version is a Java file with one method run() that returns its result; it may take an"
                    + " int, which is --n, and a method setup() is called first.",
            "docs/comparing.md says what is measured and how far it can be trusted."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured",
            "1:a version does not compile or run, or they return different things",
            "2:bad use"
        })
final class CompareCommand implements Callable<Integer> {

    private static final int LONGEST_SECONDS = 3600;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LEFT.java", description = "A version.")
    private Path left;

    @Parameters(index = "1", paramLabel = "RIGHT.java", description = "Another version.")
    private Path right;

    @Option(names = "--json", description = "Print a JSON object a line for all that happens.")
    private boolean json;

    @Option(
            names = "--budget",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to measure at most (default: ${DEFAULT-VALUE}).")
    private int budget;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The number that versions get (default: ${DEFAULT-VALUE}).")
    private int n;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "throughput",
            description =
                    "throughput, average, sample (latency of single calls) or single (one call an"
                            + " iteration) (default: ${DEFAULT-VALUE}).")
    private Mode mode;

    @Override
    public Integer call() throws InterruptedException {
        if (budget < 1 || budget > LONGEST_SECONDS) {
            throw badUse("--budget takes seconds from 1 to %d.".formatted(LONGEST_SECONDS));
        }
        var request =
                new Request(version(left), version(right), mode, n, Duration.ofSeconds(budget));
        try (var here = ComparingJails.open(Installation.ofSystemProperties())) {
            return measured(run(here.comparer(), request)) ? 0 : 1;
        }
    }

    private CompareResult run(Comparer comparer, Request request) throws InterruptedException {
        var running = comparer.begin(request, output());
        // Ctrl+C: the JVM ends when its hooks have, and the jails must be gone by then.
        var hook = Thread.ofPlatform().unstarted(comparer::close);
        Runtime.getRuntime().addShutdownHook(hook);
        var result = running.await();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running, and ends this process.
            Thread.sleep(Long.MAX_VALUE);
        }
        return result;
    }

    private static boolean measured(CompareResult result) {
        return result instanceof CompareResult.Verdict;
    }

    private Consumer<CompareEvent> output() {
        if (json) {
            return new CompareJson(JsonLines.onStandardOutput(), unit());
        }
        var line = spec.commandLine();
        return new CompareText(line.getOut(), line.getErr(), name(left), name(right));
    }

    private String unit() {
        return mode == Mode.THROUGHPUT ? "ops/s" : "ns/op";
    }

    private Version version(Path file) {
        try {
            return new Version(name(file), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw badUse(file + " is not text in UTF-8.");
        } catch (IOException e) {
            throw badUse("There is no file " + file + " that can be read.");
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private ParameterException badUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
