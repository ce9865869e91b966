package dev.interleave.cli;

import dev.interleave.cli.check.BuiltComparison;
import dev.interleave.cli.check.BuiltLessons;
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
import java.util.List;
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
            "Instead of two files it takes a comparison of a lesson, LESSON/ID: its first version"
                    + " is compared with each of the others.",
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
    private static final int USUAL_SECONDS = 60;
    private static final int USUAL_N = 1000;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "LEFT.java RIGHT.java",
            description = "Two versions, or the comparison LESSON/ID of a lesson.")
    private List<String> what;

    @Option(names = "--json", description = "Print a JSON object a line for all that happens.")
    private boolean json;

    @Option(
            names = "--budget",
            paramLabel = "SECONDS",
            description =
                    "How long to measure two versions at most (default: 60, or what the lesson"
                            + " says).")
    private Integer budget;

    @Option(
            names = "--n",
            paramLabel = "N",
            description = "The number that versions get (default: 1000, or what the lesson says).")
    private Integer n;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "throughput, average, sample (latency of single calls) or single (one call an"
                            + " iteration) (default: throughput, or what the lesson says).")
    private Mode mode;

    @Override
    public Integer call() throws InterruptedException {
        if (budget != null && (budget < 1 || budget > LONGEST_SECONDS)) {
            throw badUse("--budget takes seconds from 1 to %d.".formatted(LONGEST_SECONDS));
        }
        var here = Installation.ofSystemProperties();
        var pairs = what.size() == 2 ? List.of(files()) : ofLesson(here, what.getFirst());
        var measured = true;
        try (var comparing = ComparingJails.open(here)) {
            for (var pair : pairs) {
                measured &= measured(run(comparing.comparer(), pair));
            }
        }
        return measured ? 0 : 1;
    }

    private Request files() {
        return new Request(
                version(Path.of(what.getFirst())),
                version(Path.of(what.getLast())),
                mode == null ? Mode.THROUGHPUT : mode,
                n == null ? USUAL_N : n,
                Duration.ofSeconds(budget == null ? USUAL_SECONDS : budget));
    }

    private List<Request> ofLesson(Installation here, String name) {
        var parts = name.split("/", -1);
        if (parts.length != 2) {
            throw badUse(
                    "compare takes two files, or a comparison of a lesson as LESSON/ID; \"%s\" is"
                                    .formatted(name)
                            + " neither.");
        }
        var comparison = find(here, parts[0], parts[1]);
        var seconds = budget == null ? comparison.seconds() : budget;
        return comparison
                .pairs(n == null ? comparison.n() : n, Duration.ofSeconds(seconds))
                .stream()
                .map(pair -> mode == null ? pair : pair.in(mode))
                .toList();
    }

    private BuiltComparison find(Installation here, String lesson, String id) {
        try {
            var built = BuiltLessons.read(here.course());
            return built.stream()
                    .filter(each -> each.id().equals(lesson))
                    .flatMap(each -> each.comparisons().stream())
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> badUse(unknown(built, lesson, id)));
        } catch (IOException e) {
            throw badUse("There is no built course in " + here.course() + ".");
        }
    }

    private static String unknown(List<BuiltLessons.Lesson> built, String lesson, String id) {
        var known =
                built.stream()
                        .flatMap(
                                each ->
                                        each.comparisons().stream()
                                                .map(c -> each.id() + "/" + c.id()))
                        .distinct()
                        .toList();
        return "There is no comparison %s/%s; there are: %s."
                .formatted(lesson, id, String.join(", ", known));
    }

    private CompareResult run(Comparer comparer, Request request) throws InterruptedException {
        var running = comparer.begin(request, output(request));
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

    private Consumer<CompareEvent> output(Request request) {
        if (json) {
            return new CompareJson(JsonLines.onStandardOutput(), unit(request.mode()));
        }
        var line = spec.commandLine();
        return new CompareText(
                line.getOut(), line.getErr(), request.left().name(), request.right().name());
    }

    private static String unit(Mode mode) {
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
