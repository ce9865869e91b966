package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A control group as a folder of the kernel's, which another thread may remove at any time.
 *
 * @param path where the kernel shows it
 */
record CgroupFolder(Path path) {

    private static final String KILL = "cgroup.kill";

    /** Sends SIGKILL to everything inside; what is being forked meanwhile may need another call. */
    void kill() {
        try {
            if (has(KILL)) {
                write(KILL, 1);
            } else {
                killAllBut(-1);
            }
        } catch (IOException e) {
            if (Files.exists(path)) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends SIGKILL to every member but one; false if there was no other. */
    boolean killAllBut(long spared) {
        try {
            List<Long> others = members().stream().filter(pid -> pid != spared).toList();
            for (long pid : others) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
            return !others.isEmpty();
        } catch (IOException e) {
            if (Files.exists(path)) {
                throw new UncheckedIOException(e);
            }
            return false;
        }
    }

    List<Long> members() throws IOException {
        return Files.readAllLines(path.resolve("cgroup.procs")).stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Whether it is removed now; it cannot be while somebody inside is still dying. */
    boolean remove() throws IOException {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (FileSystemException e) {
            return !Files.exists(path);
        }
    }

    /** Kills and removes the group with all groups below it, if it is there. */
    void removeTree() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, Files::isDirectory)) {
            for (Path child : entries) {
                new CgroupFolder(child).removeTree();
            }
        }
        Patience.until(
                "the control group " + path + " is gone",
                () -> {
                    kill();
                    return remove();
                });
    }

    /**
     * A number from a file that holds only one, or from its line with this key.
     *
     * @param key empty for a file with only a number
     */
    long number(String file, String key) throws IOException {
        for (String line : Files.readAllLines(path.resolve(file))) {
            if (key.isEmpty()) {
                return Long.parseLong(line.strip());
            }
            if (line.startsWith(key + " ")) {
                return Long.parseLong(line.substring(key.length()).replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    void write(String file, long value) throws IOException {
        write(file, Long.toString(value));
    }

    void write(String file, String value) throws IOException {
        Files.writeString(path.resolve(file), value, StandardOpenOption.WRITE);
    }

    boolean has(String file) {
        return Files.exists(path.resolve(file));
    }
}
