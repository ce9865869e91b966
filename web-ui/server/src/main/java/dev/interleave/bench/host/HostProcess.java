package dev.interleave.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A process as {@code /proc} shows it.
 *
 * @param pid its number here, outside of any jail
 * @param command its command line
 */
public record HostProcess(long pid, List<String> command) {

    /** What the kernel counts processor time in: a hundredth of a second on every Linux. */
    private static final long TICK_MILLIS = 10;

    static HostProcess of(ProcessHandle handle) {
        return new HostProcess(handle.pid(), command(handle.pid()));
    }

    private static List<String> command(long pid) {
        try {
            return List.of(Files.readString(file(pid, "cmdline")).split("\0"));
        } catch (IOException e) {
            // It has ended meanwhile.
            return List.of();
        }
    }

    boolean isJava() {
        return !command.isEmpty() && command.getFirst().endsWith("java");
    }

    boolean mentions(String text) {
        return command.stream().anyMatch(word -> word.contains(text));
    }

    /**
     * Its proportional share of the memory, in bytes; 0 when it has ended.
     *
     * @throws IOException if the system does not tell
     */
    public long pssBytes() throws IOException {
        try {
            for (var line : Files.readAllLines(file(pid, "smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
            return 0;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** The processor time of it and of those of its children that it has waited for. */
    public long cpuMillis() {
        return cpuMillis(pid);
    }

    static long cpuMillis(long pid) {
        try {
            var stat = Files.readString(file(pid, "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var ticks = 0L;
            for (var i = 11; i <= 14; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * TICK_MILLIS;
        } catch (IOException e) {
            return 0;
        }
    }

    /** How many entries a folder of it has, as {@code fd} or {@code task}; 0 when it has ended. */
    public long entries(String folder) {
        try (var entries = Files.list(file(pid, folder))) {
            return entries.count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Ends it by signal 9, and waits until it is gone. */
    public void kill() {
        ProcessHandle.of(pid)
                .ifPresent(
                        handle -> {
                            handle.destroyForcibly();
                            handle.onExit().join();
                        });
    }

    private static Path file(long pid, String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
