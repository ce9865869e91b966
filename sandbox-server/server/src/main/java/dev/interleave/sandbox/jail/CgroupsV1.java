package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Control groups of version 1: a hierarchy for each controller. A hierarchy of version 2 beside
 * them is used too, to end everything in a group at once.
 */
final class CgroupsV1 implements Cgroups {

    private static final String KIND = "control groups, version 1";
    private static final List<String> NEEDED = List.of("memory", "pids", "cpu", "cpuacct");

    /** How /proc names the hierarchy of version 2: by no controller. */
    private static final String UNIFIED = "";

    private static final long CPU_PERIOD_MICROS = 100_000;
    private static final int SHARES_OF_ONE_THREAD = 1024;

    private final Map<String, Path> parents;

    private CgroupsV1(Map<String, Path> parents) {
        this.parents = parents;
    }

    /** Makes the parent groups; empty if this is not version 1 or not ours to write. */
    static Optional<Cgroups> open(List<CgroupMount> mounts, String name) throws IOException {
        Map<String, Path> parents = new LinkedHashMap<>();
        for (CgroupMount mount : mounts) {
            for (String controller : mount.controllers()) {
                if (mount.unified() || NEEDED.contains(controller)) {
                    parents.put(controller, mount.own());
                }
            }
        }
        if (!parents.keySet().containsAll(NEEDED)
                || !parents.values().stream().allMatch(Files::isWritable)) {
            return Optional.empty();
        }
        parents.replaceAll((_, own) -> own.resolve(name));
        for (Path parent : parents.values()) {
            if (!Files.exists(parent)) {
                Files.createDirectory(parent);
            }
        }
        // All jails together weigh as much as one busy thread of the server on every processor.
        int processors = Runtime.getRuntime().availableProcessors();
        write(parents.get("cpu").resolve("cpu.shares"), SHARES_OF_ONE_THREAD * processors);
        return Optional.of(new CgroupsV1(parents));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Path> parents() {
        return parents.values().stream().distinct().toList();
    }

    @Override
    public CgroupLeaf make(String name, JailLimits limits) throws IOException {
        Map<String, Path> folders = new LinkedHashMap<>(parents);
        folders.replaceAll((_, parent) -> parent.resolve(name));
        Leaf leaf = new Leaf(folders);
        try {
            for (Path folder : new ArrayList<>(folders.values())) {
                if (!Files.exists(folder)) {
                    Files.createDirectory(folder);
                }
            }
            leaf.limit(limits);
            return leaf;
        } catch (IOException e) {
            leaf.gone();
            throw e;
        }
    }

    private static void write(Path file, long value) throws IOException {
        Files.writeString(file, Long.toString(value));
    }

    private static final class Leaf extends CgroupLeaf {

        private final Map<String, Path> folders;

        Leaf(Map<String, Path> folders) {
            super(folders.values().stream().distinct().toList());
            this.folders = folders;
        }

        void limit(JailLimits limits) throws IOException {
            write(file("memory", "memory.limit_in_bytes"), limits.memoryBytes());
            Path withSwap = file("memory", "memory.memsw.limit_in_bytes");
            if (Files.exists(withSwap)) {
                write(withSwap, limits.memoryBytes());
            }
            write(file("pids", "pids.max"), limits.pids());
            write(file("cpu", "cpu.shares"), limits.cpuWeight() * SHARES_OF_ONE_THREAD / 100L);
            if (limits.cpuPercent() > 0) {
                write(file("cpu", "cpu.cfs_period_us"), CPU_PERIOD_MICROS);
                write(
                        file("cpu", "cpu.cfs_quota_us"),
                        CPU_PERIOD_MICROS * limits.cpuPercent() / 100);
            }
        }

        @Override
        List<Path> joinFiles() {
            // Moves only the thread that writes, which spares the kernel a lock over all processes.
            return folders.entrySet().stream()
                    .map(
                            e ->
                                    e.getValue()
                                            .resolve(
                                                    e.getKey().equals(UNIFIED)
                                                            ? "cgroup.procs"
                                                            : "tasks"))
                    .distinct()
                    .toList();
        }

        @Override
        List<Layer> limits() throws IOException {
            return List.of(
                    layer(Probe.MEMORY, file("memory", "memory.limit_in_bytes")),
                    layer(Probe.PROCESSES, file("pids", "pids.max")),
                    layer(Probe.PROCESSORS, file("cpu", "cpu.shares")));
        }

        private static Layer layer(String name, Path file) throws IOException {
            return new Layer(name, true, KIND + ": " + number(file, ""));
        }

        @Override
        public long memoryBytes() throws IOException {
            return number(file("memory", "memory.usage_in_bytes"), "");
        }

        @Override
        public long cpuNanos() throws IOException {
            return number(file("cpuacct", "cpuacct.usage"), "");
        }

        @Override
        public boolean outOfMemory() throws IOException {
            return number(file("memory", "memory.oom_control"), "oom_kill") > 0;
        }

        private Path file(String controller, String name) {
            return folders.get(controller).resolve(name);
        }
    }
}
