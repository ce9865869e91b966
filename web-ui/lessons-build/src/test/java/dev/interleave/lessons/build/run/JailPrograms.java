package dev.interleave.lessons.build.run;

import dev.interleave.agent.AgentFlags;
import dev.interleave.compiler.Compiler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** The programs that run in jails, as this build has them on its class path. */
final class JailPrograms {

    private JailPrograms() {}

    /** Puts their jars into a folder. */
    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        put(AgentFlags.class, folder.resolve("agent.jar"));
        put(Compiler.class, folder.resolve("compiler.jar"));
        return folder;
    }

    private static void put(Class<?> program, Path jar) throws IOException {
        var from = home(program);
        if (Files.isDirectory(from)) {
            var tool = ToolProvider.findFirst("jar").orElseThrow();
            tool.run(System.out, System.err, "cf", jar.toString(), "-C", from.toString(), ".");
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
