package dev.interleave.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at what the machine itself brings. */
final class Machine {

    /** The server, a compiler and a few sessions. */
    private static final long NEEDED_BYTES = 2L << 30;

    private static final Pattern MAVEN = Pattern.compile("apache-maven-([0-9.]+)-bin");
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> BROWSERS_OF_MACOS =
            List.of(
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private final List<Path> path;

    /** With the folders of the variable PATH. */
    Machine(List<Path> path) {
        this.path = path;
    }

    Finding jdk(Path home) {
        return Finding.good(
                "JDK",
                "%s by %s in %s"
                        .formatted(Runtime.version(), System.getProperty("java.vendor"), home));
    }

    /** The wrapper fetches Maven by itself; what counts is which one. */
    Finding maven(Path root) {
        var properties = root.resolve(".mvn/wrapper/maven-wrapper.properties");
        try {
            var found = MAVEN.matcher(Files.readString(properties));
            return found.find()
                    ? Finding.good("Maven", found.group(1) + ", by the wrapper")
                    : Finding.missing("Maven", properties + " names no version");
        } catch (IOException e) {
            return Finding.missing("Maven", properties + " cannot be read");
        }
    }

    Finding memory() {
        var bytes =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize();
        var text = "%.1f GiB".formatted(bytes / (double) (1L << 30));
        return bytes >= NEEDED_BYTES
                ? Finding.good("memory", text)
                : Finding.weak("memory", text + "; a few learners at most, 2 GiB would be better");
    }

    Finding processors() {
        var count = Runtime.getRuntime().availableProcessors();
        return count > 1
                ? Finding.good("processors", Integer.toString(count))
                : Finding.weak("processors", "1; concurrency is hard to see with one");
    }

    /** Tries whether the folder of the database can be written to; makes nothing that stays. */
    Finding data(Path folder) {
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            Files.delete(Files.createTempFile(existing, "interleave", null));
            return Finding.good("data", folder.toAbsolutePath().toString());
        } catch (IOException e) {
            return Finding.missing(
                    "data",
                    folder.toAbsolutePath()
                            + " cannot be written to; name another folder with --data");
        }
    }

    Finding browser() {
        var found =
                Stream.concat(BROWSERS.stream().flatMap(this::onPath), BROWSERS_OF_MACOS.stream())
                        .filter(Files::isExecutable)
                        .findFirst();
        return found.map(file -> Finding.good("Chromium", file.toString()))
                .orElse(
                        Finding.weak(
                                "Chromium",
                                "not found; only ./interleave test needs it, and installs it where"
                                        + " it may"));
    }

    private Stream<Path> onPath(String command) {
        return path.stream().map(folder -> folder.resolve(command)).filter(Files::isExecutable);
    }
}
