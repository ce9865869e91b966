package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Copies of the files that jails see, so that a rebuild does not change them under a running JVM,
 * and so that a jail's user can reach them wherever the originals are.
 *
 * <p>Threading: any thread may call anything.
 */
final class Staging {

    private record Version(Path file, long bytes, FileTime modified) {}

    private final ServerFolder folder;
    private final Map<Version, Path> copies = new ConcurrentHashMap<>();

    Staging(ServerFolder folder) {
        this.folder = folder;
    }

    /** The program with the files that it reads replaced by copies of the same name. */
    Program copy(Program program) throws IOException {
        try {
            return program.aot().writes()
                    ? program.with(Aot.OFF).relocated(this::copy).with(program.aot())
                    : program.relocated(this::copy);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Path copy(Path file) {
        try {
            var version = new Version(file, Files.size(file), Files.getLastModifiedTime(file));
            return copies.computeIfAbsent(version, this::make);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path make(Version version) {
        try {
            Path parent = Files.createTempDirectory(folder.file(""), "copy-");
            Path copy = parent.resolve(version.file.getFileName());
            Files.copy(version.file, copy);
            // An AOT cache recognises a jar by its time, and a new build of the same is the same.
            Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
