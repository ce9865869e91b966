package dev.interleave.bench.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this process's sandbox keeps outside of any process: a temporary folder, recognised by the
 * note in it with this process's number, and control groups that are named like the folder.
 */
final class ServerFiles {

    private static final String PREFIX = "interleave-";
    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

    /** Controller, its groups above ours, ours. */
    private static final int DEPTH = 6;

    private ServerFiles() {}

    /** How many files and folders there are in temporary folders. */
    static long temporary() throws IOException {
        var count = 0L;
        for (var folder : folders()) {
            count += entries(folder);
        }
        return count;
    }

    /** How many control groups there are in those of this process's sandbox. */
    static long controlGroups() throws IOException {
        var names = folders().stream().map(Path::getFileName).toList();
        if (!Files.isDirectory(CONTROL_GROUPS)) {
            return 0;
        }
        var count = 0L;
        try (var groups =
                Files.find(
                        CONTROL_GROUPS, DEPTH, (path, _) -> names.contains(path.getFileName()))) {
            for (var group : groups.toList()) {
                count += groupsIn(group);
            }
        } catch (UncheckedIOException e) {
            // A group has gone while we looked.
            return controlGroups();
        }
        return count;
    }

    private static long groupsIn(Path group) throws IOException {
        try (var children = Files.list(group)) {
            return children.filter(Files::isDirectory).count();
        }
    }

    private static long entries(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.count();
        } catch (UncheckedIOException e) {
            return entries(folder);
        }
    }

    private static List<Path> folders() throws IOException {
        try (var entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .filter(ServerFiles::isOwn)
                    .toList();
        }
    }

    private static boolean isOwn(Path folder) {
        try {
            var note = Files.readString(folder.resolve("note"));
            return note.startsWith(ProcessHandle.current().pid() + " ");
        } catch (IOException e) {
            // Somebody else's, or not such a folder.
            return false;
        }
    }
}
