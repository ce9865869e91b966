package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Control groups of version 1: a hierarchy for each controller. A hierarchy of version 2 beside
 * them is used too, to end everything in a group at once.
 */
final class CgroupsV1 implements Cgroups {

    private static final List<String> NEEDED = List.of("memory", "pids", "cpu", "cpuacct");

    private final Map<String, Path> parents;

    private CgroupsV1(Map<String, Path> parents) {
        this.parents = parents;
    }

    /** Makes the parent groups; empty if this is not version 1 or not ours to write. */
    static Optional<Cgroups> open(List<CgroupMount> mounts, String name) throws IOException {
        Map<String, Path> own = new LinkedHashMap<>();
        for (CgroupMount mount : mounts) {
            for (String controller : mount.controllers()) {
                if (mount.unified() || NEEDED.contains(controller)) {
                    own.put(controller, mount.own());
                }
            }
        }
        boolean ours = own.values().stream().allMatch(Files::isWritable);
        if (!ours || !own.keySet().containsAll(NEEDED)) {
            return Optional.empty();
        }
        Map<String, CgroupFolder> parents = makeBelow(own, name);
        parents.get("memory").write("memory.limit_in_bytes", Cgroups.memoryOfAllJails());
        int threads = Runtime.getRuntime().availableProcessors();
        parents.get("cpu").write("cpu.shares", CgroupLeafV1.SHARES_OF_ONE_THREAD * threads);
        own.replaceAll((_, folder) -> folder.resolve(name));
        return Optional.of(new CgroupsV1(own));
    }

    /** Two controllers may share a hierarchy, and so a folder. */
    private static Map<String, CgroupFolder> makeBelow(Map<String, Path> parents, String name)
            throws IOException {
        Map<String, CgroupFolder> folders = new LinkedHashMap<>();
        for (Map.Entry<String, Path> parent : parents.entrySet()) {
            Path folder = parent.getValue().resolve(name);
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
            }
            folders.put(parent.getKey(), new CgroupFolder(folder));
        }
        return folders;
    }

    @Override
    public List<Path> parents() {
        return parents.values().stream().distinct().toList();
    }

    @Override
    public CgroupLeaf make(String name, JailLimits limits) throws IOException {
        CgroupLeafV1 leaf = new CgroupLeafV1(makeBelow(parents, name));
        try {
            leaf.limit(limits);
            return leaf;
        } catch (IOException e) {
            leaf.gone();
            throw e;
        }
    }
}
