package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Control groups of version 2, below the nearest group that may have children with limits: the
 * server's own if nobody else is in it, or one further up.
 */
final class CgroupsV2 implements Cgroups {

    private static final String KIND = "control groups, version 2";
    private static final Set<String> NEEDED = Set.of("memory", "pids");

    /** The group for the server itself. */
    private static final String SERVER = "interleave-server";

    private static final String CHILDREN = "cgroup.subtree_control";
    private static final long CPU_PERIOD_MICROS = 100_000;

    private final Path parent;
    private final boolean cpu;

    private CgroupsV2(Path parent, boolean cpu) {
        this.parent = parent;
        this.cpu = cpu;
    }

    /** Makes the parent group; empty if there is no place for it that is ours to write. */
    static Optional<Cgroups> open(List<CgroupMount> mounts, String name) throws IOException {
        for (CgroupMount mount : mounts) {
            if (mount.unified()) {
                Optional<Path> place = place(mount.own());
                if (place.isPresent()) {
                    return Optional.of(in(place.get().resolve(name)));
                }
            }
        }
        return Optional.empty();
    }

    private static Cgroups in(Path parent) throws IOException {
        Files.createDirectory(parent);
        Set<String> controllers = words(parent.resolve("cgroup.controllers"));
        for (String controller : List.of("memory", "pids", "cpu")) {
            if (controllers.contains(controller)) {
                Files.writeString(parent.resolve(CHILDREN), "+" + controller);
            }
        }
        return new CgroupsV2(parent, controllers.contains("cpu"));
    }

    private static Optional<Path> place(Path own) throws IOException {
        if (!own.endsWith(SERVER) && makeRoom(own)) {
            return Optional.of(own);
        }
        for (Path group = own; isGroup(group); group = group.getParent()) {
            if (mayHaveChildren(group)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    private static boolean isGroup(Path folder) {
        return Files.exists(folder.resolve(CHILDREN));
    }

    private static boolean mayHaveChildren(Path group) throws IOException {
        return Files.isWritable(group)
                && Files.isWritable(group.resolve("cgroup.procs"))
                && words(group.resolve(CHILDREN)).containsAll(NEEDED);
    }

    /**
     * A group that gives its children controllers must be without processes of its own, so this
     * server moves into a child, provided that only it and what started it live there.
     */
    private static boolean makeRoom(Path own) throws IOException {
        if (!Files.isWritable(own)
                || !Files.isWritable(own.resolve(CHILDREN))
                || !words(own.resolve("cgroup.controllers")).containsAll(NEEDED)
                || !onlyThisServer(own)) {
            return false;
        }
        Path server = Files.createDirectories(own.resolve(SERVER));
        for (String pid : Files.readAllLines(own.resolve("cgroup.procs"))) {
            Files.writeString(server.resolve("cgroup.procs"), pid);
        }
        for (String controller : words(own.resolve("cgroup.controllers"))) {
            if (NEEDED.contains(controller) || controller.equals("cpu")) {
                Files.writeString(own.resolve(CHILDREN), "+" + controller);
            }
        }
        return true;
    }

    private static boolean onlyThisServer(Path own) throws IOException {
        Set<Long> ours =
                Stream.iterate(
                                Optional.of(ProcessHandle.current()),
                                Optional::isPresent,
                                handle -> handle.flatMap(ProcessHandle::parent))
                        .map(handle -> handle.get().pid())
                        .collect(Collectors.toSet());
        return Files.readAllLines(own.resolve("cgroup.procs")).stream()
                .allMatch(pid -> ours.contains(Long.valueOf(pid)));
    }

    private static Set<String> words(Path file) throws IOException {
        return new HashSet<>(Arrays.asList(Files.readString(file).strip().split(" ")));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Path> parents() {
        return List.of(parent);
    }

    @Override
    public CgroupLeaf make(String name, JailLimits limits) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        try {
            write(folder, "memory.max", limits.memoryBytes());
            if (Files.exists(folder.resolve("memory.swap.max"))) {
                write(folder, "memory.swap.max", 0);
            }
            write(folder, "memory.oom.group", 1);
            write(folder, "pids.max", limits.pids());
            if (cpu) {
                write(folder, "cpu.weight", limits.cpuWeight());
            }
            if (cpu && limits.cpuPercent() > 0) {
                long quota = CPU_PERIOD_MICROS * limits.cpuPercent() / 100;
                Files.writeString(folder.resolve("cpu.max"), quota + " " + CPU_PERIOD_MICROS);
            }
            return new Leaf(folder);
        } catch (IOException e) {
            Files.delete(folder);
            throw e;
        }
    }

    private static void write(Path folder, String file, long value) throws IOException {
        Files.writeString(folder.resolve(file), Long.toString(value));
    }

    private static final class Leaf extends CgroupLeaf {

        private static final int NANOS_PER_MICRO = 1000;

        private final Path folder;

        Leaf(Path folder) {
            super(List.of(folder));
            this.folder = folder;
        }

        @Override
        List<Layer> limits() throws IOException {
            return List.of(
                    layer(Probe.MEMORY, "memory.max"),
                    layer(Probe.PROCESSES, "pids.max"),
                    layer(Probe.PROCESSORS, "cpu.weight"));
        }

        private Layer layer(String name, String file) throws IOException {
            return Files.exists(folder.resolve(file))
                    ? new Layer(name, true, KIND + ": " + number(folder.resolve(file), ""))
                    : new Layer(name, false, KIND + " without this controller");
        }

        @Override
        public long memoryBytes() throws IOException {
            return number(folder.resolve("memory.current"), "");
        }

        @Override
        public long cpuNanos() throws IOException {
            return NANOS_PER_MICRO * number(folder.resolve("cpu.stat"), "usage_usec");
        }

        @Override
        public boolean outOfMemory() throws IOException {
            return number(folder.resolve("memory.events"), "oom_kill") > 0;
        }
    }
}
