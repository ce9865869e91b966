package dev.interleave.sandbox.jail;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What one running server keeps on the host outside of its data: a short-lived folder for sockets,
 * and the groups of its jails. A note of them lies in the runtime folder, locked while the server
 * lives, so that the next start can clean up after one that was killed.
 */
final class ServerFolder implements AutoCloseable {

    /** Everything that is noted, and so everything that is ever cleaned up, is named like this. */
    static final String PREFIX = "interleave-";

    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

    /** A unix domain socket's path has at most 107 bytes. */
    private static final int LONGEST_FOLDER = 80;

    private final Path folder;
    private final Path note;
    private final FileChannel channel;
    private final AtomicLong numbers = new AtomicLong();

    private ServerFolder(Path folder, Path note, FileChannel channel) {
        this.folder = folder;
        this.note = note;
        this.channel = channel;
    }

    /**
     * Cleans up after servers that are no more, and makes the folder.
     *
     * @param runtime where the notes are
     */
    static synchronized ServerFolder open(Path runtime) throws IOException {
        Path notes = Files.createDirectories(runtime.resolve("servers"));
        try (FileChannel oneAtATime =
                FileChannel.open(runtime.resolve("servers.lock"), CREATE, WRITE)) {
            oneAtATime.lock();
            cleanUp(notes);
            return make(notes);
        }
    }

    private static ServerFolder make(Path notes) throws IOException {
        Path folder = Files.createTempDirectory(temporaryFolders(), PREFIX);
        // Passable but not readable: each jail's user reaches what is its own by its exact name.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path note = notes.resolve(folder.getFileName().toString());
        FileChannel channel = FileChannel.open(note, CREATE_NEW, WRITE);
        channel.lock();
        ServerFolder made = new ServerFolder(folder, note, channel);
        made.note(folder);
        return made;
    }

    private static Path temporaryFolders() {
        Path usual = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        return usual.toString().length() <= LONGEST_FOLDER ? usual : Path.of("/tmp");
    }

    /** A number for a jail, from 1, that no other jail of this server has. */
    long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** The name that is this server's alone on this machine. */
    String name() {
        return folder.getFileName().toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Remembers a folder that is to be cleaned up if this server cannot do it itself. */
    void note(Path made) throws IOException {
        Files.writeString(note, made + "\n", APPEND);
    }

    private static void cleanUp(Path notes) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(notes)) {
            for (Path note : files) {
                try (FileChannel channel = FileChannel.open(note, WRITE)) {
                    if (isAbandoned(channel)) {
                        remove(note);
                    }
                }
            }
        }
    }

    private static boolean isAbandoned(FileChannel note) throws IOException {
        try {
            return Optional.ofNullable(note.tryLock()).map(FileLock::isValid).orElse(false);
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void remove(Path note) throws IOException {
        for (String line : Files.readAllLines(note)) {
            Path made = Path.of(line).normalize();
            if (made.getFileName().toString().startsWith(PREFIX)) {
                if (made.startsWith(CONTROL_GROUPS)) {
                    CgroupLeaf.removeTree(made);
                } else {
                    removeTree(made);
                }
            }
        }
        Files.delete(note);
    }

    private static void removeTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        remove(note);
        channel.close();
    }
}
