package dev.interleave.web.progress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds the learners' work, for one server at a time: two would each believe that
 * the other's runs were cut off. The operating system gives the lock back however the server ends.
 *
 * <p>Threading: open and close from one thread.
 */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path, onlyForOwner());
            var channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new DatabaseException(inUse(path), null);
            }
            channel.truncate(0);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new DatabaseException(
                    "Could not use the folder %s for the learners' work (%s). Give another one with --data."
                            .formatted(path, reason(e)),
                    e);
        }
    }

    Path database() {
        return path.resolve("interleave.db");
    }

    /** Leaves a note for the next server that wants this folder. */
    void announce(String address) {
        try {
            // By the channel that holds the lock: on some systems closing another one to the same
            // file gives the lock back.
            channel.write(ByteBuffer.wrap(address.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            throw new DatabaseException("Could not write to the folder " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException("Could not close the lock in " + path, e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            // Beyond the note, which others may read while this is locked.
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String inUse(Path path) throws IOException {
        var note = Files.readString(path.resolve(LOCK));
        return ("Another Interleave server uses the data in %s%s. Open that one in the browser, or"
                        + " end it, or give this one a folder of its own with --data.")
                .formatted(path, note.isEmpty() ? "" : ", at " + note);
    }

    private static FileAttribute<?>[] onlyForOwner() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        var permissions = PosixFilePermissions.fromString("rwx------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException _ -> "there is a file in its place";
            case NoSuchFileException _ -> "it cannot be made there";
            case AccessDeniedException _ -> "it may not be written to";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> e.getMessage();
        };
    }
}
