package dev.interleave.sandbox.jail;

import dev.interleave.agent.AgentFlags;
import dev.interleave.compiler.Compiler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of what runs in jails, made of this build's classes, packed or not. */
public final class AppFolder {

    private AppFolder() {}

    /** Makes the folder below {@code work}. */
    public static Path in(Path work) throws IOException {
        Path app = Files.createDirectories(work.resolve("app"));
        put(AgentFlags.class, app.resolve("agent.jar"));
        put(Compiler.class, app.resolve("compiler.jar"));
        return app;
    }

    private static void put(Class<?> any, Path jar) throws IOException {
        Path built = placeOf(any);
        if (Files.isDirectory(built)) {
            Sources.pack(built, jar);
        } else {
            Files.copy(built, jar);
        }
    }

    private static Path placeOf(Class<?> any) {
        try {
            return Path.of(any.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
