package dev.interleave.sandbox.cell;

import dev.interleave.agent.AgentFlags;
import dev.interleave.compiler.Compiler;
import dev.interleave.sandbox.jail.Sources;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The installed programs that run in jails, as the build lays them out. */
final class App {

    private App() {}

    /** A folder with the agent and the compiler of this build. */
    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        put(AgentFlags.class, folder.resolve("agent.jar"));
        put(Compiler.class, folder.resolve("compiler.jar"));
        return folder;
    }

    private static void put(Class<?> program, Path jar) throws IOException {
        Path from = home(program);
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
