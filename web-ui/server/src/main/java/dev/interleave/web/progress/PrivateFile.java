package dev.interleave.web.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file beside the database that only its owner can read.
 *
 * <p>Threading: any thread may call anything, one at a time.
 */
public final class PrivateFile {

    private final Path path;

    PrivateFile(Path path) {
        this.path = path;
    }

    /** Its text, which is made if there is none, whole or not at all. */
    public String readOrMake(Supplier<String> text) {
        try {
            if (!Files.exists(path)) {
                make(text.get());
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not use " + path, e);
        }
    }

    private void make(String text) throws IOException {
        var part = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (var channel =
                Files.newByteChannel(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        onlyForOwner())) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] onlyForOwner() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
