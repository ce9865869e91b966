package dev.interleave.sandbox.jail;

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

    private static final List<String> NEEDED = List.of("memory", "pids");
    private static final List<String> USED = List.of("memory", "pids", "cpu");

    /** The group for the server itself. */
    private static final String SERVER = "interleave-server";

    private static final String MEMBERS = "cgroup.procs";
    private static final String AVAILABLE = "cgroup.controllers";
    private static final String FOR_CHILDREN = "cgroup.subtree_control";

    private final Path parent;

    private CgroupsV2(Path parent) {
        this.parent = parent;
    }

    /** Makes the parent group; empty if there is no place for it that is ours to write. */
    static Optional<Cgroups> open(List<CgroupMount> mounts, String name) throws IOException {
        for (CgroupMount mount : mounts) {
            if (mount.unified()) {
                Optional<Path> place = place(mount.own());
                if (place.isPresent()) {
                    return Optional.of(in(Files.createDirectory(place.get().resolve(name))));
                }
            }
        }
        return Optional.empty();
    }

    private static Cgroups in(Path parent) throws IOException {
        giveToChildren(parent);
        new CgroupFolder(parent).write("memory.max", Cgroups.memoryOfAllJails());
        return new CgroupsV2(parent);
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
        return Files.exists(folder.resolve(FOR_CHILDREN));
    }

    private static boolean mayHaveChildren(Path group) throws IOException {
        return Files.isWritable(group)
                && Files.isWritable(group.resolve(MEMBERS))
                && words(group.resolve(FOR_CHILDREN)).containsAll(NEEDED);
    }

    /**
     * A group that gives its children controllers must be without processes of its own, so this
     * server moves into a child, provided that only it and what started it live there.
     */
    private static boolean makeRoom(Path own) throws IOException {
        if (!isGroup(own)
                || !Files.isWritable(own)
                || !Files.isWritable(own.resolve(FOR_CHILDREN))
                || !words(own.resolve(AVAILABLE)).containsAll(NEEDED)
                || !onlyThisServer(own)) {
            return false;
        }
        CgroupFolder server = new CgroupFolder(Files.createDirectories(own.resolve(SERVER)));
        for (long pid : new CgroupFolder(own).members()) {
            server.write(MEMBERS, pid);
        }
        giveToChildren(own);
        return true;
    }

    private static boolean onlyThisServer(Path own) throws IOException {
        Set<Long> ours =
                Stream.iterate(
                                Optional.of(ProcessHandle.current()),
                                Optional::isPresent,
                                handle -> handle.flatMap(ProcessHandle::parent))
                        .map(handle -> handle.orElseThrow().pid())
                        .collect(Collectors.toSet());
        return ours.containsAll(new CgroupFolder(own).members());
    }

    private static void giveToChildren(Path group) throws IOException {
        Set<String> available = words(group.resolve(AVAILABLE));
        for (String controller : USED) {
            if (available.contains(controller)) {
                new CgroupFolder(group).write(FOR_CHILDREN, "+" + controller);
            }
        }
    }

    private static Set<String> words(Path file) throws IOException {
        return new HashSet<>(Arrays.asList(Files.readString(file).strip().split(" ")));
    }

    @Override
    public List<Path> parents() {
        return List.of(parent);
    }

    @Override
    public CgroupLeaf make(String name, JailLimits limits) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        CgroupLeafV2 leaf = new CgroupLeafV2(new CgroupFolder(folder));
        try {
            leaf.limit(limits);
            return leaf;
        } catch (IOException e) {
            leaf.gone();
            throw e;
        }
    }
}
