package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The control group of one jail: a folder in version 2, one for each controller in version 1.
 *
 * <p>Threading: any thread may call anything.
 */
abstract class CgroupLeaf implements ProcessGroup {

    private final Collection<Path> folders;

    CgroupLeaf(Collection<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Files to which the first process writes "0" to join; the others are born into the group. */
    List<Path> joinFiles() {
        return folders.stream().map(folder -> folder.resolve("cgroup.procs")).toList();
    }

    /** What this group limits, as its files say. */
    abstract List<Layer> limits() throws IOException;

    @Override
    public void kill() {
        for (Path folder : folders) {
            kill(folder);
        }
    }

    static void kill(Path folder) {
        try {
            if (Files.exists(folder.resolve("cgroup.kill"))) {
                Files.writeString(folder.resolve("cgroup.kill"), "1");
            } else {
                members(folder)
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .forEach(ProcessHandle::destroyForcibly);
            }
        } catch (NoSuchFileException e) {
            // Removed already, so there is nobody inside.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() throws IOException {
        for (Path folder : folders) {
            if (Files.exists(folder) && members(folder).findAny().isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Long> members(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("cgroup.procs")).stream().map(Long::valueOf);
    }

    @Override
    public boolean gone() throws IOException {
        boolean gone = true;
        for (Path folder : folders) {
            gone &= gone(folder);
        }
        return gone;
    }

    private static boolean gone(Path folder) throws IOException {
        kill(folder);
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (FileSystemException e) {
            // Somebody inside is still dying.
            return false;
        }
    }

    /** Kills and removes a group with all groups below it. */
    static void removeTree(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path child : entries) {
                removeTree(child);
            }
        }
        Patience.until("the control group " + folder + " is empty", () -> gone(folder));
    }

    /** A number from a file of one number, or of lines of a key and a number. */
    static long number(Path file, String key) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (key.isEmpty()) {
                return Long.parseLong(line.strip());
            }
            if (line.startsWith(key + " ")) {
                return Long.parseLong(line.substring(key.length() + 1).strip());
            }
        }
        return 0;
    }
}
