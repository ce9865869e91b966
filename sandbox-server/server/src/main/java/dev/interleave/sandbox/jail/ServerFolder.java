package dev.interleave.sandbox.jail;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one running server keeps on the host outside of its data: a short-lived folder for sockets
 * and copies, and the control groups of its jails. A note in the folder names them and the server,
 * so that any later server of the same user can clean up after one that was killed.
 *
 * <p>Threading: any thread may call anything.
 */
final class ServerFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerFolder.class);

    /** Everything that is noted, and so everything that is ever cleaned up, is named like this. */
    private static final String PREFIX = "interleave-";

    private static final String NOTE = "note";
    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

    /** A unix domain socket's path has at most 107 bytes. */
    private static final int LONGEST_FOLDER = 80;

    private final Path folder;
    private final AtomicLong numbers = new AtomicLong();

    private ServerFolder(Path folder) {
        this.folder = folder;
    }

    /** Cleans up after servers that are no more, and makes the folder. */
    static ServerFolder open() throws IOException {
        Path temporary = temporaryFolders();
        Path folder = Files.createTempDirectory(temporary, PREFIX);
        Files.writeString(folder.resolve(NOTE), ServerProcess.current() + "\n", CREATE_NEW);
        // Passable but not readable: each jail's user reaches what is its own by its exact name.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        cleanUp(temporary, Files.getOwner(folder));
        return new ServerFolder(folder);
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
        Files.writeString(folder.resolve(NOTE), made + "\n", APPEND);
    }

    /** Only in folders of this user, because anybody may make folders there, and notes in them. */
    private static void cleanUp(Path temporary, UserPrincipal user) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, NOFOLLOW_LINKS)
                        && Files.getOwner(folder, NOFOLLOW_LINKS).equals(user)) {
                    removeIfAbandoned(folder);
                }
            }
        }
    }

    private static void removeIfAbandoned(Path folder) {
        try {
            Path note = folder.resolve(NOTE);
            if (Files.exists(note) && !ServerProcess.parse(lines(note).getFirst()).isAlive()) {
                remove(folder);
            }
        } catch (IOException | NoSuchElementException e) {
            LOG.debug("Left {} to the server that is cleaning it up", folder, e);
        }
    }

    private static List<String> lines(Path note) throws IOException {
        return Files.readAllLines(note);
    }

    private static void remove(Path folder) throws IOException {
        for (String line : lines(folder.resolve(NOTE)).stream().skip(1).toList()) {
            Path made = Path.of(line).normalize();
            if (made.startsWith(CONTROL_GROUPS)
                    && made.getFileName().toString().startsWith(PREFIX)) {
                new CgroupFolder(made).removeTree();
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            remove(folder);
        }
    }
}
