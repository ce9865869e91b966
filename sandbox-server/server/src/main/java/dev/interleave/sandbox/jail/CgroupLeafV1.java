package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A jail's control group of version 1. Threading: any thread may call anything. */
final class CgroupLeafV1 extends CgroupLeaf {

    /** What the kernel gives one thread that is in no group. */
    static final int SHARES_OF_ONE_THREAD = 1024;

    /** How /proc names the hierarchy of version 2: by no controller. */
    private static final String UNIFIED = "";

    private static final String KIND = "control groups, version 1: ";
    private static final long CPU_PERIOD_MICROS = 100_000;

    private final Map<String, CgroupFolder> folders;

    CgroupLeafV1(Map<String, CgroupFolder> folders) {
        super(new HashSet<>(folders.values()));
        this.folders = folders;
    }

    void limit(JailLimits limits) throws IOException {
        CgroupFolder memory = folders.get("memory");
        memory.write("memory.limit_in_bytes", limits.memoryBytes());
        if (memory.has("memory.memsw.limit_in_bytes")) {
            memory.write("memory.memsw.limit_in_bytes", limits.memoryBytes());
        }
        folders.get("pids").write("pids.max", limits.pids());
        CgroupFolder cpu = folders.get("cpu");
        cpu.write("cpu.shares", limits.cpuWeight() * SHARES_OF_ONE_THREAD / 100L);
        if (limits.cpuPercent() > 0) {
            cpu.write("cpu.cfs_period_us", CPU_PERIOD_MICROS);
            cpu.write("cpu.cfs_quota_us", CPU_PERIOD_MICROS * limits.cpuPercent() / 100);
        }
    }

    /**
     * "tasks" moves only the thread that writes, which spares the kernel a lock on all processes.
     */
    @Override
    List<Path> joinFiles() {
        return folders.entrySet().stream()
                .map(e -> e.getValue().path().resolve(joinFile(e.getKey())))
                .distinct()
                .toList();
    }

    private static String joinFile(String controller) {
        return controller.equals(UNIFIED) ? "cgroup.procs" : "tasks";
    }

    @Override
    List<Layer> limits() throws IOException {
        return List.of(
                layer(Probe.MEMORY, "memory", "memory.limit_in_bytes"),
                layer(Probe.PROCESSES, "pids", "pids.max"),
                layer(Probe.PROCESSORS, "cpu", "cpu.shares"));
    }

    private Layer layer(String name, String controller, String file) throws IOException {
        return new Layer(name, true, KIND + folders.get(controller).number(file, ""));
    }

    @Override
    public long memoryBytes() throws IOException {
        return folders.get("memory").number("memory.usage_in_bytes", "");
    }

    @Override
    public long cpuNanos() throws IOException {
        return folders.get("cpuacct").number("cpuacct.usage", "");
    }

    @Override
    public boolean outOfMemory() throws IOException {
        return folders.get("memory").number("memory.oom_control", "oom_kill") > 0;
    }

    @Override
    public boolean outOfThreads() throws IOException {
        CgroupFolder pids = folders.get("pids");
        return pids.has("pids.events") && pids.number("pids.events", "max") > 0;
    }
}
