package dev.interleave.cli;

import dev.interleave.cli.check.BuiltComparison;
import dev.interleave.cli.check.BuiltLessons;
import dev.interleave.cli.compare.CompareJson;
import dev.interleave.cli.compare.CompareText;
import dev.interleave.json.JsonLines;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Look;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Running;
import dev.interleave.sandbox.Comparer.Sweep;
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
    private static final int USUAL_LOAD = 16;
    private static final int LONGEST_DELAY = 1000;
    private static final int MOST_LOAD = 4096;
    private static final List<Integer> USUAL_SWEEP = List.of(1, 2, 4, 8, 16, 32, 64, 128);

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..4",
            paramLabel = "LEFT.java RIGHT.java",
            description =
                    "Two versions, or the comparison LESSON/ID of a lesson; with --load two to"
                            + " four.")
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

    @Option(
            names = "--load",
            paramLabel = "DELAY",
            description =
                    "Put versions that handle requests under load, with a simulated service of this"
                            + " delay in milliseconds.")
    private Integer load;

    @Option(
            names = "--flame",
            description =
                    "Record where the time of each version goes, and what the JIT made of it, in"
                            + " place of comparing them; takes a single file, too.")
    private boolean flame;

    @Option(
            names = "--sweep",
            paramLabel = "N",
            split = ",",
            description =
                    "How many requests come in each delay, from point to point (default:"
                            + " 1,2,4,8,16,32,64,128).")
    private List<Integer> sweep;

    @Override
    public Integer call() throws InterruptedException {
        if (budget != null && (budget < 1 || budget > LONGEST_SECONDS)) {
            throw badUse("--budget takes seconds from 1 to %d.".formatted(LONGEST_SECONDS));
        }
        var here = Installation.ofSystemProperties();
        if (flame) {
            var looks = looks(here);
            var seen = true;
            try (var comparing = ComparingJails.open(here)) {
                for (var look : looks) {
                    seen &= measured(run(comparing.comparer(), look));
                }
            }
            return seen ? 0 : 1;
        }
        var asked = load(here);
        if (asked != null) {
            try (var comparing = ComparingJails.open(here)) {
                return measured(run(comparing.comparer(), asked)) ? 0 : 1;
            }
        }
        if (what.size() > 2) {
            throw badUse("compare takes two files; with --load up to four.");
        }
        var pairs = what.size() == 2 ? List.of(files()) : ofLesson(here, what.getFirst());
        var measured = true;
        try (var comparing = ComparingJails.open(here)) {
            for (var pair : pairs) {
                measured &= measured(run(comparing.comparer(), pair));
            }
        }
        return measured ? 0 : 1;
    }

    private List<Look> looks(Installation here) {
        var parts = what.getFirst().split("/", -1);
        if (what.size() == 1 && parts.length == 2 && !what.getFirst().endsWith(".java")) {
            return find(here, parts[0], parts[1]).looks(n);
        }
        if (load != null && (load < 1 || load > LONGEST_DELAY)) {
            throw badUse("--load takes a delay from 1 to %d ms.".formatted(LONGEST_DELAY));
        }
        var number = n == null ? load == null ? USUAL_N : USUAL_LOAD : n;
        var delay = load == null ? Duration.ZERO : Duration.ofMillis(load);
        return what.stream().map(file -> new Look(version(Path.of(file)), number, delay)).toList();
    }

    /** Null if versions are to be called, not put under load. */
    private Sweep load(Installation here) {
        if (load != null) {
            if (load < 1 || load > LONGEST_DELAY || what.size() < 2) {
                throw badUse(
                        "--load takes a delay from 1 to %d ms, and two to four files."
                                .formatted(LONGEST_DELAY));
            }
            return new Sweep(
                    what.stream().map(file -> version(Path.of(file))).toList(),
                    Duration.ofMillis(load),
                    sizes(),
                    Duration.ofSeconds(budget == null ? USUAL_SECONDS : budget));
        }
        var parts = what.getFirst().split("/", -1);
        if (what.size() > 1 || parts.length != 2) {
            return null;
        }
        var comparison = find(here, parts[0], parts[1]);
        return comparison.isLoad()
                ? comparison.load(
                        n == null ? comparison.sweep().getLast() : n,
                        Duration.ofSeconds(budget == null ? comparison.seconds() : budget))
                : null;
    }

    private List<Integer> sizes() {
        var sizes = sweep == null ? USUAL_SWEEP : sweep.stream().sorted().distinct().toList();
        if (sizes.size() < 2 || sizes.getFirst() < 1 || sizes.getLast() > MOST_LOAD) {
            throw badUse("--sweep takes two or more numbers from 1 to %d.".formatted(MOST_LOAD));
        }
        return sizes;
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

    private CompareResult run(Comparer comparer, Sweep asked) throws InterruptedException {
        var output = json ? output("answers/s") : text(asked.versions());
        return await(comparer, comparer.begin(asked, output));
    }

    private CompareResult run(Comparer comparer, Look look) throws InterruptedException {
        var output = json ? output("") : text(List.of(look.version()));
        return await(comparer, comparer.begin(look, output));
    }

    private CompareResult run(Comparer comparer, Request request) throws InterruptedException {
        var output =
                json
                        ? output(unit(request.mode()))
                        : text(List.of(request.left(), request.right()));
        return await(comparer, comparer.begin(request, output));
    }

    private static CompareResult await(Comparer comparer, Running running)
            throws InterruptedException {
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
        return result instanceof CompareResult.Verdict
                || result instanceof CompareResult.Curves
                || result instanceof CompareResult.Flame;
    }

    private static Consumer<CompareEvent> output(String unit) {
        return new CompareJson(JsonLines.onStandardOutput(), unit);
    }

    private Consumer<CompareEvent> text(List<Version> versions) {
        var line = spec.commandLine();
        return new CompareText(
                line.getOut(),
                line.getErr(),
                versions.getFirst().name(),
                versions.getLast().name());
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
