package dev.interleave.sandbox.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds of the machine: processes below it, threads for jails, sockets, control
 * groups.
 */
record Footprint(long processes, long threads, long sockets, long cgroups) {

    static Footprint now() {
        return new Footprint(
                ProcessHandle.current().descendants().count(),
                Thread.getAllStackTraces().keySet().stream().filter(Footprint::ofJail).count(),
                openSockets(),
                groups());
    }

    private static boolean ofJail(Thread thread) {
        return thread.getName().matches("(session|compiler)-.*");
    }

    private static long openSockets() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(Footprint::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }

    /** The control groups beside those in which our jails are. */
    private static long groups() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(Footprint::groupsOf)
                .map(Path::getParent)
                .distinct()
                .mapToLong(Footprint::folders)
                .sum();
    }

    private static Stream<Path> groupsOf(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/cgroup"))) {
            return lines
                    .map(line -> line.split(":", 3))
                    .filter(parts -> parts[2].contains("interleave"))
                    .map(parts -> Path.of("/sys/fs/cgroup/" + parts[1] + parts[2]))
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    private static long folders(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).count();
        } catch (IOException e) {
            return 0;
        }
    }
}
