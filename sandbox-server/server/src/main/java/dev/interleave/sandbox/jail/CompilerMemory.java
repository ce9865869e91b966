package dev.interleave.sandbox.jail;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory a compiler may take on this machine: each session that works holds about 11 MB
 * there, and in a heap that is nearly full the collection of garbage takes all the time.
 */
final class CompilerMemory {

    private static final long LEAST_MEGABYTES = 1_024;

    /** Room for two hundred sessions at work; more of it would make the collector's pauses long. */
    private static final long MOST_MEGABYTES = 3_072;

    private static final long PART_OF_MACHINE = 6;

    /** What its JVM needs beside the heap: classes, compiled code, stacks, /tmp. */
    private static final long BESIDE_HEAP_MEGABYTES = 512;

    private CompilerMemory() {}

    static long heapMegabytes() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long part = (machine.getTotalMemorySize() >> 20) / PART_OF_MACHINE;
        return Math.clamp(part, LEAST_MEGABYTES, MOST_MEGABYTES);
    }

    static long jailBytes() {
        return (heapMegabytes() + BESIDE_HEAP_MEGABYTES) << 20;
    }
}
