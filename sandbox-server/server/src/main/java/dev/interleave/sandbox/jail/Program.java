package dev.interleave.sandbox.jail;

import dev.interleave.agent.AgentFlags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What runs in a jail.
 *
 * @param flags for the JVM
 * @param classPath jars on the host, in order
 * @param main the program in them
 * @param aot what is done about classes ahead of time
 */
record Program(List<String> flags, List<Path> classPath, Main main, Aot aot) {

    /** A program without a cache. */
    Program(List<String> flags, List<Path> classPath, Main main) {
        this(flags, classPath, main, Aot.OFF);
    }

    /** How the program is named on the command line. */
    sealed interface Main {}

    /** The agent, a module in a jar of its own, with settings for it. */
    record AgentModule(Path jar, List<String> settings) implements Main {}

    /** A class that gets the path of the control socket and these arguments. */
    record MainClass(String name, List<String> arguments) implements Main {}

    static Program of(JailSpec spec, Path app) {
        List<String> flags = JvmFlags.of(spec.role(), spec.profile());
        Path agent = app.resolve("agent.jar");
        return switch (spec.role()) {
            case SESSION ->
                    new Program(
                            flags,
                            spec.profile().libraries().stream()
                                    .map(app.resolve("lib")::resolve)
                                    .toList(),
                            new AgentModule(agent, spec.settings()));
            case COMPILER -> {
                List<Path> classPath = new ArrayList<>();
                classPath.add(app.resolve("compiler.jar"));
                classPath.add(agent);
                // It serves sessions of all profiles, and finds their libraries by name.
                classPath.addAll(jarsIn(app.resolve("lib")));
                String main = "dev.interleave.compiler.Compiler";
                yield new Program(flags, classPath, new MainClass(main, spec.settings()));
            }
            case GRADE_COMPILER ->
                    grader("dev.interleave.grader.compile.CompilerMain", flags, agent, app);
            case GRADER, EXPLORER ->
                    grader("dev.interleave.grader.run.GraderMain", flags, agent, app);
            case SAMPLER -> {
                List<Path> classPath = new ArrayList<>(List.of(agent));
                classPath.addAll(jarsIn(app.resolve("grader")));
                spec.profile().libraries().stream()
                        .map(app.resolve("lib")::resolve)
                        .forEach(classPath::add);
                String main = "dev.interleave.grader.sample.SamplerMain";
                yield new Program(flags, classPath, new MainClass(main, List.of()));
            }
            case MEASURE_COMPILER ->
                    measurer("dev.interleave.measurer.compile.CompilerMain", flags, agent, app);
            case MEASURER, PROFILER ->
                    measurer("dev.interleave.measurer.run.MeasurerMain", flags, agent, app);
        };
    }

    /** Submissions use no libraries; the tests use those that lie beside the grader. */
    private static Program grader(String main, List<String> flags, Path agent, Path app) {
        List<Path> classPath = new ArrayList<>(List.of(agent));
        classPath.addAll(jarsIn(app.resolve("grader")));
        return new Program(flags, classPath, new MainClass(main, List.of()));
    }

    /** Versions see JMH, which lies beside the measurer. */
    private static Program measurer(String main, List<String> flags, Path agent, Path app) {
        List<Path> classPath = new ArrayList<>(List.of(agent));
        classPath.addAll(jarsIn(app.resolve("measurer")));
        return new Program(flags, classPath, new MainClass(main, List.of()));
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program with(Aot other) {
        return new Program(flags, classPath, main, other);
    }

    /** The same program; a JVM that crashes under it says so. No code of a learner's may run. */
    Program trusted() {
        List<String> talkative = new ArrayList<>(flags);
        talkative.remove(JvmFlags.SILENT_CRASH);
        return new Program(talkative, classPath, main, aot);
    }

    /** The same program for a short life; a cache that was recorded for the other one serves it. */
    Program brief() {
        List<String> cheaper = new ArrayList<>(flags);
        cheaper.add(JvmFlags.BRIEF);
        return new Program(cheaper, classPath, main, aot);
    }

    /** Sizes, by how their flags begin; a cache that was made with others serves as well. */
    private static final List<String> SIZES =
            List.of(
                    "-Xmx",
                    "-XX:ActiveProcessorCount=",
                    "-Djdk.virtualThreadScheduler.parallelism=");

    /**
     * The same program without what it is told when it starts and without sizes, on which its cache
     * does not depend.
     */
    Program untold() {
        Main untold =
                switch (main) {
                    case AgentModule(Path jar, _) -> new AgentModule(jar, List.of());
                    case MainClass(String name, _) -> new MainClass(name, List.of());
                };
        List<String> unsized =
                flags.stream().filter(flag -> SIZES.stream().noneMatch(flag::startsWith)).toList();
        return new Program(unsized, classPath, untold, aot);
    }

    /** Our jars and the lesson's. */
    List<Path> jars() {
        List<Path> files = new ArrayList<>(classPath);
        if (main instanceof AgentModule(Path jar, _)) {
            files.add(jar);
        }
        return files;
    }

    /** Every file that the JVM reads. */
    List<Path> files() {
        List<Path> files = jars();
        if (aot.reads()) {
            files.add(aot.path());
        }
        return files;
    }

    /** The folder that the JVM writes to, if there is one. */
    Optional<Path> output() {
        return aot.writes() ? Optional.of(aot.path()) : Optional.empty();
    }

    /** The same program with its files and folders elsewhere. */
    Program relocated(UnaryOperator<Path> place) {
        Main moved =
                switch (main) {
                    case AgentModule(Path jar, var settings) ->
                            new AgentModule(place.apply(jar), settings);
                    case MainClass _ -> main;
                };
        return new Program(
                flags, classPath.stream().map(place).toList(), moved, aot.relocated(place));
    }

    /** What follows the name of the JVM on the command line. */
    List<String> words(String socket) {
        List<String> words = new ArrayList<>(flags);
        words.addAll(aot.flags());
        if (!classPath.isEmpty()) {
            words.add("-cp");
            words.add(String.join(":", classPath.stream().map(Path::toString).toList()));
        }
        switch (main) {
            case AgentModule(Path jar, var settings) -> {
                words.addAll(AgentFlags.access());
                words.addAll(
                        AgentFlags.main(jar.toString(), socket, settings.toArray(String[]::new)));
            }
            case MainClass(String name, List<String> arguments) -> {
                words.add(name);
                words.add(socket);
                words.addAll(arguments);
            }
        }
        return words;
    }
}
