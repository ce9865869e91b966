package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Profile;

/**
 * What a jail may use; where the machine cannot enforce one, {@link Jails#isolation()} says so.
 *
 * @param memoryBytes memory of the whole jail, its /tmp included
 * @param pids processes and threads
 * @param cpuPercent of one processor; 0 is no limit
 * @param cpuWeight its share against other jails when processors are scarce, 1 to 10,000
 * @param tmpBytes size of /tmp
 * @param fileBytes largest file
 * @param files open file descriptors
 * @param starts whether it may start processes beside its JVM
 */
public record JailLimits(
        long memoryBytes,
        int pids,
        int cpuPercent,
        int cpuWeight,
        long tmpBytes,
        long fileBytes,
        int files,
        boolean starts) {

    private static final long MIB = 1 << 20;

    public static final JailLimits SESSION =
            new JailLimits(192 * MIB, 96, 0, 100, 32 * MIB, 32 * MIB, 256);

    /** Each front end that works, or waits for its session's code, has a thread of its own. */
    public static final JailLimits COMPILER =
            new JailLimits(CompilerMemory.jailBytes(), 2_048, 0, 400, 16 * MIB, 16 * MIB, 256);

    public static final JailLimits GRADE_COMPILER =
            new JailLimits(768 * MIB, 64, 0, 100, 4 * MIB, 4 * MIB, 256);

    /** Tests of concurrent code like to start a thousand threads. */
    public static final JailLimits GRADER =
            new JailLimits(384 * MIB, 1_280, 0, 100, 16 * MIB, 16 * MIB, 256);

    /**
     * Much of what there is: what else runs at the same time would be measured, too. Versions may
     * have thousands of platform threads.
     */
    public static final JailLimits MEASURER =
            new JailLimits(1024 * MIB, 4_096, 0, 10_000, 32 * MIB, 32 * MIB, 256);

    /** What a session JVM needs beside its heap: classes, compiled code, stacks, /tmp. */
    private static final long BESIDE_HEAP_BYTES = 64 * MIB;

    /** What a session may use for the JVMs that its cells start. */
    private static final long OTHER_JVMS_BYTES = 256 * MIB;

    private static final int OTHER_JVMS_PIDS = 160;

    /** Without other processes. */
    public JailLimits(
            long memoryBytes,
            int pids,
            int cpuPercent,
            int cpuWeight,
            long tmpBytes,
            long fileBytes,
            int files) {
        this(memoryBytes, pids, cpuPercent, cpuWeight, tmpBytes, fileBytes, files, false);
    }

    /** The same for a JVM that holds the test framework and many threads, too. */
    private static final long BESIDE_TESTED_HEAP_BYTES = 256 * MIB;

    /** The limits that a role has by default, with room for the heap that the profile wants. */
    public static JailLimits of(Role role, Profile profile) {
        return switch (role) {
            case SESSION -> session(profile);
            case COMPILER -> COMPILER;
            case GRADE_COMPILER, MEASURE_COMPILER -> GRADE_COMPILER;
            case MEASURER, PROFILER -> MEASURER;
            case GRADER, EXPLORER, SAMPLER ->
                    GRADER.withMemoryBytes(
                            profile.heapMegabytes() * MIB + BESIDE_TESTED_HEAP_BYTES);
        };
    }

    private static JailLimits session(Profile profile) {
        long bytes = profile.heapMegabytes() * MIB + BESIDE_HEAP_BYTES;
        return profile.processes()
                ? SESSION.withMemoryBytes(bytes + OTHER_JVMS_BYTES).withOtherProcesses()
                : SESSION.withMemoryBytes(bytes);
    }

    /**
     * Writable private memory of one process: a second limit beside that of the control group, and
     * the only one where there is none. A JVM reserves more than it uses.
     */
    long dataBytes() {
        return 4 * memoryBytes;
    }

    public JailLimits withMemoryBytes(long bytes) {
        return new JailLimits(
                bytes, pids, cpuPercent, cpuWeight, tmpBytes, fileBytes, files, starts);
    }

    private JailLimits withOtherProcesses() {
        return new JailLimits(
                memoryBytes,
                pids + OTHER_JVMS_PIDS,
                cpuPercent,
                cpuWeight,
                tmpBytes,
                fileBytes,
                files,
                true);
    }
}
