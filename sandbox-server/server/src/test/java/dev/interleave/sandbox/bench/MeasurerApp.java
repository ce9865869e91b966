package dev.interleave.sandbox.bench;

import dev.interleave.agent.AgentFlags;
import dev.interleave.measurer.message.Entry;
import dev.interleave.sandbox.jail.Sources;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The installed programs that run in the jails of comparisons, as the build lays them out. */
final class MeasurerApp {

    private static final List<String> LIBRARIES =
            List.of(
                    "org.openjdk.jmh.runner.Runner",
                    "joptsimple.OptionParser",
                    "org.apache.commons.math3.Field");

    private MeasurerApp() {}

    static Path in(Path folder) throws IOException {
        Path libraries = Files.createDirectories(folder.resolve("measurer"));
        put(home(AgentFlags.class), folder.resolve("agent.jar"));
        put(home(Entry.class), libraries.resolve("measurer.jar"));
        for (String library : LIBRARIES) {
            Path jar = home(type(library));
            put(jar, libraries.resolve(jar.getFileName()));
        }
        return folder;
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
