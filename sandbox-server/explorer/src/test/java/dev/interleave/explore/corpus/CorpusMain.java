package dev.interleave.explore.corpus;

import dev.interleave.explore.Program;
import dev.interleave.explore.Settings;
import dev.interleave.explore.result.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Explores every solution of every exercise of a corpus, in a JVM of its own; prints one line for
 * each.
 *
 * <p>Arguments: the corpus's folder, schedules a scenario, seed, and optionally parts of the names
 * of the solutions that are wanted.
 */
public final class CorpusMain {

    private static final String SCENARIOS = "Scenarios.java";

    private CorpusMain() {}

    public static void main(String[] arguments) throws IOException {
        var corpus = Path.of(arguments[0]);
        var settings =
                Settings.DEFAULT
                        .schedules(Integer.parseInt(arguments[1]))
                        .seed(Long.parseLong(arguments[2]));
        var wanted = List.of(arguments).subList(3, arguments.length);
        try (var files = Files.walk(corpus)) {
            for (var file : files.filter(CorpusMain::isSolution).sorted().toList()) {
                var name = corpus.relativize(file).toString().replace(".java", "");
                if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) continue;
                var exercise = corpus.resolve(corpus.relativize(file).getName(0));
                System.out.println(name + "|" + verdict(exercise, file, settings));
            }
        }
    }

    /** The class that an exercise asks for: its scenarios are named after it. */
    private static String className(Path exercise) throws IOException {
        try (var files = Files.list(exercise)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCENARIOS))
                    .map(name -> name.substring(0, name.length() - SCENARIOS.length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isSolution(Path file) {
        return file.toString().endsWith(".java")
                && !file.getFileName().toString().endsWith(SCENARIOS);
    }

    private static String verdict(Path folder, Path solution, Settings settings)
            throws IOException {
        var className = className(folder);
        var start = System.nanoTime();
        var submission = new Sources().compile(className, solution);
        var testName = className + "Scenarios";
        var tests = tests(submission, testName, folder.resolve(testName + ".java"));
        var program = Program.of(submission, tests, CorpusMain.class.getClassLoader());
        var runs = 0;
        var detail = new StringBuilder();
        for (var scenario : program.scenarios(testName)) {
            var outcome = scenario.explore(settings);
            runs += outcome.runs();
            switch (outcome) {
                case Outcome.Failed failed -> {
                    if (Boolean.getBoolean("verbose")) print(failed);
                    return "%s|%s|%s|%d|%s"
                            .formatted(
                                    failed.fault().kind().id(),
                                    failed.replayed(),
                                    scenario.name(),
                                    runs,
                                    failed.fault().message() + " [" + failed.found() + "]");
                }
                case Outcome.Uncontrolled uncontrolled -> {
                    return "uncontrolled|true|%s|%d|%s"
                            .formatted(scenario.name(), runs, uncontrolled.reason());
                }
                case Outcome.Passed passed ->
                        detail.append(scenario.name())
                                .append('=')
                                .append(passed.runs())
                                .append(passed.complete() ? "!" : "b" + passed.exhausted())
                                .append('/')
                                .append(passed.steps())
                                .append(' ');
            }
        }
        var millis = (System.nanoTime() - start) / 1_000_000;
        return "passed|true||%d|%s %d ms".formatted(runs, detail, millis);
    }

    private static void print(Outcome.Failed failed) {
        failed.trace().forEach(System.err::println);
        failed.fault().threads().forEach(System.err::println);
        System.err.println(failed.fault().evidence());
        System.err.println(failed.replay());
    }

    /**
     * The scenarios are compiled against each solution, for its methods may differ in what they
     * throw.
     */
    private static Map<String, byte[]> tests(
            Map<String, byte[]> submission, String name, Path source) {
        return new Sources("-cp", System.getProperty("java.class.path"))
                .with(submission)
                .compile(name, source);
    }
}
