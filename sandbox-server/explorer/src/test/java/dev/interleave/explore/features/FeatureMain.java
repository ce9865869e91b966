package dev.interleave.explore.features;

import dev.interleave.explore.NamedScenario;
import dev.interleave.explore.Program;
import dev.interleave.explore.Settings;
import dev.interleave.explore.corpus.Sources;
import dev.interleave.explore.result.FaultKind;
import dev.interleave.explore.result.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Explores the scenarios of this package as if they were submissions; prints one line for each. */
public final class FeatureMain {

    private static final Set<FaultKind> ENDLESS =
            Set.of(FaultKind.BUSY_WAIT, FaultKind.LIVELOCK, FaultKind.TIMEOUT, FaultKind.MEMORY);

    private FeatureMain() {}

    /**
     * Arguments: the folder of test classes, the folder of sources, and optionally the scenarios
     * that are wanted.
     */
    public static void main(String[] arguments) throws Exception {
        var wanted = List.of(arguments).subList(2, arguments.length);
        var libraries = FeatureMain.class.getClassLoader();
        var program = Program.of(classes(Path.of(arguments[0])), Map.of(), libraries);
        for (var type :
                List.of(
                        Appearances.class,
                        Locks.class,
                        Memory.class,
                        Probes.class,
                        Statics.class,
                        Tasks.class,
                        Threads.class)) {
            explore(program, type.getName(), wanted);
        }
        var scopes = "dev.interleave.explore.features.Scopes";
        var classPath = System.getProperty("java.class.path");
        var compiled =
                new Sources("--enable-preview", "-source", "25", "-cp", classPath)
                        .compile(scopes, Path.of(arguments[1], "Scopes.java"));
        explore(Program.of(compiled, Map.of(), libraries), scopes, wanted);
    }

    private static void explore(Program program, String className, List<String> wanted) {
        for (var scenario : program.scenarios(className)) {
            if (!wanted.isEmpty() && !wanted.contains(scenario.name())) continue;
            var outcome = scenario.explore(Settings.DEFAULT.schedules(300));
            System.out.println(
                    "%s.%s|%s|%s|%d"
                            .formatted(
                                    className.substring(className.lastIndexOf('.') + 1),
                                    scenario.name(),
                                    scenario.method().getAnnotation(Expect.class).value(),
                                    words(outcome),
                                    differences(scenario, outcome)));
        }
    }

    /**
     * How many of 100 replays were not the run that was found; those of endless runs are left out.
     */
    private static int differences(NamedScenario scenario, Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed failed) || ENDLESS.contains(failed.fault().kind()))
            return 0;
        var differences = 0;
        for (var i = 0; i < 100; i++) {
            var again = scenario.replay(Settings.DEFAULT, failed.replay());
            var same =
                    again instanceof Outcome.Failed repeated
                            && repeated.fault().equals(failed.fault())
                            && repeated.trace().equals(failed.trace());
            if (!same) {
                differences++;
                if (Boolean.getBoolean("verbose")) show(failed, again);
            }
        }
        return differences;
    }

    private static void show(Outcome.Failed failed, Outcome again) {
        System.err.println(failed.fault());
        if (!(again instanceof Outcome.Failed repeated)) return;
        System.err.println(repeated.fault());
        for (var i = 0; i < Math.min(failed.trace().size(), repeated.trace().size()); i++) {
            if (failed.trace().get(i).equals(repeated.trace().get(i))) continue;
            System.err.println(failed.trace().get(i) + "\n" + repeated.trace().get(i));
            return;
        }
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> "passed|true|%s".formatted(passed);
            case Outcome.Uncontrolled uncontrolled -> "uncontrolled|true|" + uncontrolled.reason();
            case Outcome.Failed failed -> {
                if (Boolean.getBoolean("verbose")) {
                    failed.trace().forEach(System.err::println);
                    failed.fault().threads().forEach(System.err::println);
                }
                yield "%s|%s|%s [%d %s]"
                        .formatted(
                                failed.fault().kind().id(),
                                failed.replayed(),
                                failed.fault().message(),
                                failed.runs(),
                                failed.found());
            }
        };
    }

    /** The classes of this package that are scenarios, as they were compiled. */
    private static Map<String, byte[]> classes(Path testClasses) throws IOException {
        var folder = testClasses.resolve("dev/interleave/explore/features");
        var classes = new TreeMap<String, byte[]>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString().replace(".class", "");
                if (name.startsWith("FeatureMain") || name.equals("Expect")) continue;
                classes.put("dev.interleave.explore.features." + name, Files.readAllBytes(file));
            }
        }
        return classes;
    }
}
