package dev.interleave.web;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.interleave.sandbox.cell.LocalSandbox;
import dev.interleave.sandbox.cell.SandboxSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The folder of what runs in jails, made of the classes that this build has just compiled. */
public final class TestApp {

    /** What JVMs rehearsed, once for all tests: it fits, because the same classes are one jar. */
    public static final Path RUNTIME = Path.of("target/test-runtime").toAbsolutePath();

    private static final Path MODULES = Path.of("../../sandbox-server");
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static boolean rehearsed;

    private TestApp() {}

    /**
     * Makes {@code jail/agent.jar} and {@code jail/compiler.jar} below a folder, and returns it.
     */
    public static synchronized Path in(Path app) throws IOException {
        var jail = Files.createDirectories(app.resolve("jail"));
        pack(MODULES.resolve("agent/target/classes"), jail.resolve("agent.jar"));
        pack(MODULES.resolve("compiler/target/classes"), jail.resolve("compiler.jar"));
        if (!rehearsed) {
            rehearse(jail);
            rehearsed = true;
        }
        return app;
    }

    /** Tests that run beside these wait, and find it done. */
    private static void rehearse(Path jail) throws IOException {
        var jdk = Path.of(System.getProperty("java.home"));
        Files.createDirectories(RUNTIME);
        try (var file = FileChannel.open(RUNTIME.resolve("lock"), CREATE, WRITE);
                var _ = file.lock();
                var sandbox = LocalSandbox.open(SandboxSettings.of(jdk, jail, RUNTIME))) {
            sandbox.rehearse();
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var entry = new JarEntry(classes.relativize(file).toString());
                entry.setTimeLocal(LONG_AGO);
                out.putNextEntry(entry);
                Files.copy(file, out);
            }
        }
        Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO.toInstant(ZoneOffset.UTC)));
    }
}
