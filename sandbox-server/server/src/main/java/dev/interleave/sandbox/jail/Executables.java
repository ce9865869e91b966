package dev.interleave.sandbox.jail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs of the host. */
final class Executables {

    private static final String USUAL = ":/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    private Executables() {}

    /** The first of this name on the PATH or in the usual folders. */
    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + USUAL;
        return Stream.of(path.split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
