package dev.interleave.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The folder of what runs in jails, made of the classes that this build has just compiled. */
public final class TestApp {

    private static final Path MODULES = Path.of("../../sandbox-server");

    private TestApp() {}

    /**
     * Makes {@code jail/agent.jar} and {@code jail/compiler.jar} below a folder, and returns it.
     */
    public static Path in(Path app) throws IOException {
        var jail = Files.createDirectories(app.resolve("jail"));
        pack(MODULES.resolve("agent/target/classes"), jail.resolve("agent.jar"));
        pack(MODULES.resolve("compiler/target/classes"), jail.resolve("compiler.jar"));
        return app;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }
}
