package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a jailed JVM has mapped into its memory, as Linux tells it. */
public final class MappedFiles {

    private MappedFiles() {}

    /** The lines of the JVM that runs in this jail. */
    public static List<String> of(Jail jail) throws IOException {
        ProcessHandle jvm =
                ProcessHandle.of(jail.pid())
                        .orElseThrow()
                        .descendants()
                        .filter(p -> p.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .orElseThrow();
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + jvm.pid() + "/maps"))) {
            return lines.toList();
        }
    }
}
