package dev.interleave.browser;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program of this build as the launcher lays it out, with an AOT cache for its starts as the
 * launcher records one. Made once for all tests; those that run beside these wait, and find it
 * done.
 */
final class Program {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path BUILT = MODULE.resolveSibling("server/target/interleave");
    private static final Path GRADER =
            MODULE.resolve("../../sandbox-server/grader/target/interleave/jail").normalize();
    private static final Path MEASURER =
            MODULE.resolve("../../sandbox-server/measurer/target/interleave/jail").normalize();

    private static final Path APP = MODULE.resolve("target/app");
    private static final Path RUNTIME = MODULE.resolve("target/runtime");
    private static final Path JAR = jar();
    private static final Path AOT_CACHE = laidOut();

    private Program() {}

    /**
     * What starts it, up to the name of its command.
     *
     * @param properties of the system, as {@code -D} takes them
     */
    static List<String> start(List<String> properties) {
        var command = java();
        if (Files.exists(AOT_CACHE)) {
            command.add("-XX:AOTCache=" + AOT_CACHE);
        }
        command.addAll(properties);
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    private static List<String> java() {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dinterleave.root=" + MODULE.getParent().getParent(),
                        "-Dinterleave.app=" + APP,
                        "-Dinterleave.runtime=" + RUNTIME,
                        "-Dinterleave.warm-up=0"));
    }

    private static Path laidOut() {
        try {
            Files.createDirectories(APP);
            Files.createDirectories(RUNTIME);
            try (var file = FileChannel.open(APP.resolve("lock"), CREATE, WRITE);
                    var _ = file.lock()) {
                for (var jail : List.of(BUILT.resolve("jail"), GRADER, MEASURER)) {
                    copy(jail, APP.resolve("jail"));
                }
                var cache =
                        APP.resolve("start-" + Files.getLastModifiedTime(JAR).toMillis() + ".aot");
                if (!Files.exists(cache)) {
                    record(cache);
                }
                return cache;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what has changed: a server may be using the others. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file));
                if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Without a cache everything works, too, and starts more slowly. */
    private static void record(Path cache) throws IOException {
        var recorded = cache.resolveSibling(cache.getFileName() + ".new");
        var course = "-Dinterleave.course=" + MODULE.resolve("target/test-course");
        var training = java();
        training.addAll(List.of(course, "-jar", JAR.toString(), "train", "--"));
        training.addAll(java());
        training.addAll(List.of(course, "-XX:AOTCacheOutput=" + recorded, "-jar", JAR.toString()));
        var process =
                new ProcessBuilder(training)
                        .redirectErrorStream(true)
                        .redirectOutput(APP.resolve("train.log").toFile())
                        .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (Files.exists(recorded)) {
            Files.move(recorded, cache);
        }
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("interleave-web-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
