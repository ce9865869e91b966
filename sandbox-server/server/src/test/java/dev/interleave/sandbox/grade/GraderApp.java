package dev.interleave.sandbox.grade;

import dev.interleave.agent.AgentFlags;
import dev.interleave.explore.jdk.JdkAgent;
import dev.interleave.grader.message.Seal;
import dev.interleave.sandbox.jail.Sources;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The installed programs that run in the jails of grading, as the build lays them out. */
public final class GraderApp {

    private static final List<String> LIBRARIES =
            List.of(
                    "org.junit.jupiter.api.Test",
                    "org.junit.jupiter.engine.JupiterTestEngine",
                    "org.junit.jupiter.params.ParameterizedTest",
                    "org.junit.platform.launcher.Launcher",
                    "org.junit.platform.engine.TestEngine",
                    "org.junit.platform.commons.JUnitException",
                    "org.opentest4j.AssertionFailedError",
                    "org.jspecify.annotations.Nullable",
                    "org.assertj.core.api.Assertions");

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2000, 1, 1, 0, 0);

    private GraderApp() {}

    public static Path in(Path folder) throws IOException {
        Path libraries = Files.createDirectories(folder.resolve("grader"));
        put(home(AgentFlags.class), folder.resolve("agent.jar"));
        put(home(Seal.class), libraries.resolve("grader.jar"));
        putAgent(home(JdkAgent.class), libraries.resolve("explorer.jar"));
        for (String library : LIBRARIES) {
            Path jar = home(type(library));
            put(jar, libraries.resolve(jar.getFileName()));
        }
        return folder;
    }

    /** A jar whose manifest says that it is an agent, as the build makes it. */
    private static void putAgent(Path from, Path jar) throws IOException {
        if (!Files.isDirectory(from)) {
            Files.copy(from, jar);
            return;
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", JdkAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry entry = new JarEntry(from.relativize(file).toString());
                entry.setTimeLocal(LONG_AGO);
                out.putNextEntry(entry);
                Files.copy(file, out);
            }
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Path from, Path jar) throws IOException {
        if (Files.isDirectory(from)) {
            Sources.pack(from, jar);
        } else {
            Files.copy(from, jar);
        }
    }

    private static Path home(Class<?> program) {
        try {
            return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
