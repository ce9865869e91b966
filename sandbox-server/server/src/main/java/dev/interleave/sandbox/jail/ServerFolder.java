package dev.interleave.sandbox.jail;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What one running server keeps on the host outside of its data: a short-lived folder for sockets,
 * and the control groups of its jails. A note of them lies in the runtime folder, so that the next
 * start can clean up after a server that was killed.
 *
 * <p>Threading: any thread may call anything.
 */
final class ServerFolder implements AutoCloseable {

    /** Everything that is noted, and so everything that is ever cleaned up, is named like this. */
    private static final String PREFIX = "interleave-";

    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

    /** A unix domain socket's path has at most 107 bytes. */
    private static final int LONGEST_FOLDER = 80;

    private final Path folder;
    private final Path note;
    private final AtomicLong numbers = new AtomicLong();

    private ServerFolder(Path folder, Path note) {
        this.folder = folder;
        this.note = note;
    }

    /**
     * Cleans up after servers that are no more, and makes the folder.
     *
     * @param runtime where the notes are
     */
    static synchronized ServerFolder open(Path runtime) throws IOException {
        Path notes = Files.createDirectories(runtime.resolve("servers"));
        Path lock = runtime.resolve("servers.lock");
        try (FileChannel oneAtATime = FileChannel.open(lock, CREATE, WRITE)) {
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
        Files.writeString(note, ServerProcess.current() + "\n", CREATE_NEW);
        ServerFolder made = new ServerFolder(folder, note);
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
                List<String> lines = Files.readAllLines(note);
                if (lines.isEmpty() || !ServerProcess.parse(lines.getFirst()).isAlive()) {
                    remove(note, lines);
                }
            }
        }
    }

    private static void remove(Path note, List<String> lines) throws IOException {
        for (String line : lines.stream().skip(1).toList()) {
            Path made = Path.of(line).normalize();
            if (made.getFileName().toString().startsWith(PREFIX)) {
                if (made.startsWith(CONTROL_GROUPS)) {
                    new CgroupFolder(made).removeTree();
                } else {
                    removeTree(made);
                }
            }
        }
        Files.deleteIfExists(note);
    }

    private static void removeTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(note)) {
            remove(note, Files.readAllLines(note));
        }
    }
}
