package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A process and everything below it, for machines without control groups. */
final class ProcessTree implements ProcessGroup {

    private static final long KIB = 1024;

    private final ProcessHandle root;
    private volatile List<ProcessHandle> killed = List.of();

    ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    @Override
    public long memoryBytes() throws IOException {
        long bytes = 0;
        for (ProcessHandle process : all().toList()) {
            bytes += residentBytes(process.pid());
        }
        return bytes;
    }

    private static long residentBytes(long pid) throws IOException {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * KIB;
                }
            }
            return 0;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    @Override
    public long cpuNanos() {
        return all().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus)
                .toNanos();
    }

    @Override
    public List<Long> members() {
        return all().map(ProcessHandle::pid).toList();
    }

    @Override
    public boolean outOfMemory() {
        return false;
    }

    @Override
    public boolean outOfThreads() {
        return false;
    }

    @Override
    public boolean killAllBut(long pid) {
        List<ProcessHandle> others = all().filter(process -> process.pid() != pid).toList();
        if (!others.isEmpty()) {
            killed = others;
        }
        others.forEach(ProcessHandle::destroyForcibly);
        return !others.isEmpty();
    }

    @Override
    public boolean gone() {
        killAllBut(-1);
        return killed.stream().noneMatch(ProcessHandle::isAlive);
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(root.descendants(), Stream.of(root)).filter(ProcessHandle::isAlive);
    }
}
