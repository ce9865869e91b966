package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A jail's control group of version 2. Threading: any thread may call anything. */
final class CgroupLeafV2 extends CgroupLeaf {

    private static final String KIND = "control groups, version 2";
    private static final long CPU_PERIOD_MICROS = 100_000;
    private static final int NANOS_PER_MICRO = 1000;

    private final CgroupFolder folder;

    CgroupLeafV2(CgroupFolder folder) {
        super(List.of(folder));
        this.folder = folder;
    }

    void limit(JailLimits limits) throws IOException {
        folder.write("memory.max", limits.memoryBytes());
        if (folder.has("memory.swap.max")) {
            folder.write("memory.swap.max", 0);
        }
        folder.write("memory.oom.group", 1);
        folder.write("pids.max", limits.pids());
        if (folder.has("cpu.weight")) {
            folder.write("cpu.weight", limits.cpuWeight());
        }
        if (folder.has("cpu.max") && limits.cpuPercent() > 0) {
            long quota = CPU_PERIOD_MICROS * limits.cpuPercent() / 100;
            folder.write("cpu.max", quota + " " + CPU_PERIOD_MICROS);
        }
    }

    @Override
    List<Path> joinFiles() {
        return List.of(folder.path().resolve("cgroup.procs"));
    }

    @Override
    List<Layer> limits() throws IOException {
        return List.of(
                layer(Probe.MEMORY, "memory.max"),
                layer(Probe.PROCESSES, "pids.max"),
                layer(Probe.PROCESSORS, "cpu.weight"));
    }

    private Layer layer(String name, String file) throws IOException {
        return folder.has(file)
                ? new Layer(name, true, KIND + ": " + folder.number(file, ""))
                : new Layer(name, false, KIND + " without this controller");
    }

    @Override
    public long memoryBytes() throws IOException {
        return folder.number("memory.current", "");
    }

    @Override
    public long cpuNanos() throws IOException {
        return NANOS_PER_MICRO * folder.number("cpu.stat", "usage_usec");
    }

    @Override
    public boolean outOfMemory() throws IOException {
        return folder.number("memory.events", "oom_kill") > 0;
    }

    @Override
    public boolean outOfThreads() throws IOException {
        return folder.has("pids.events") && folder.number("pids.events", "max") > 0;
    }
}
