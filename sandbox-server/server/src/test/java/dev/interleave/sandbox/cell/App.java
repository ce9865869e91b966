package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.agent.AgentFlags;
import dev.interleave.compiler.Compiler;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.jail.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.tools.ToolProvider;

/** The installed programs that run in jails, as the build lays them out. */
final class App {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private App() {}

    /**
     * A folder with the agent and the compiler of this build. A jar with the same classes has the
     * same time in every folder: caches for the start of JVMs depend on it.
     */
    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        put(AgentFlags.class, folder.resolve("agent.jar"));
        put(Compiler.class, folder.resolve("compiler.jar"));
        return folder;
    }

    /** What a lesson with a library of its own asks for. */
    static final Profile WITH_LIBRARY =
            new Profile("library", true, 128, 0, 0, List.of("lesson.jar"), List.of());

    /** The same with a library for lessons. */
    static Path withLibrary(Path work) throws IOException {
        Path app = in(work.resolve("library-app"));
        Path classes = Files.createDirectories(work.resolve("library-classes"));
        Path source = work.resolve("Greeting.java");
        Files.writeString(
                source,
                """
                package lesson;
                public class Greeting {
                    public static String hello() {
                        return "hello";
                    }
                }
                """);
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(status).isZero();
        Sources.pack(classes, Files.createDirectory(app.resolve("lib")).resolve("lesson.jar"));
        return app;
    }

    /** The same with an agent that somebody has taken over. */
    static Path withRogueAgent(Path work) throws IOException {
        Path app = in(work.resolve("rogue-app"));
        Path classes = work.resolve("rogue-classes");
        unpack(app.resolve("agent.jar"), classes);
        Path source = work.resolve("AgentMain.java");
        try (InputStream rogue = App.class.getResourceAsStream("rogue/AgentMain.java")) {
            Files.copy(rogue, source);
        }
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                classes.toString(),
                                "-d",
                                classes.toString(),
                                source.toString());
        assertThat(status).isZero();
        Sources.pack(classes, app.resolve("agent.jar"));
        return app;
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                Path to = folder.resolve(entry.getName());
                Files.createDirectories(to.getParent());
                Files.copy(file.getInputStream(entry), to);
            }
        }
    }

    /** All at once: JVMs of another test may be using the jar that was there. */
    static void put(Class<?> program, Path jar) throws IOException {
        Path from = home(program);
        Path made = Files.createTempFile(jar.getParent(), "made-", ".tmp");
        if (Files.isDirectory(from)) {
            Sources.pack(from, made);
        } else {
            Files.copy(from, made, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setLastModifiedTime(made, LONG_AGO);
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(made, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path home(Class<?> program) {
        try {
            return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
