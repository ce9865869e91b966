package dev.interleave.sandbox.cell;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * Everything that a sandbox needs to know about this machine and this installation.
 *
 * @param jdk home of the JDK 25 that runs in the jails
 * @param app folder with {@code agent.jar} and {@code compiler.jar}, and {@code lib/} with the jars
 *     that profiles name
 * @param runtime folder for caches that outlive one start of the server; made if it is missing
 * @param unsafeNoJail whether cells may run as plain processes where jails are not possible
 * @param lasting whether it goes on for long: then one compiler stands by for the moment in which
 *     another breaks down
 * @param warmUp how often a compiler compiles typical cells before it is asked, 0 or more, after
 *     the first time while it has nothing to do; each time takes about a second of a processor and
 *     pays off in a server that goes on; with 0 a compiler does without the JVM's second compiler,
 *     too
 */
public record SandboxSettings(
        Path jdk,
        Path app,
        Path runtime,
        boolean unsafeNoJail,
        CellLimits limits,
        Capacity capacity,
        boolean lasting,
        int warmUp) {

    /** With the limits that fit this machine, for a sandbox that is used for a moment. */
    public static SandboxSettings of(Path jdk, Path app, Path runtime) {
        return new SandboxSettings(
                jdk, app, runtime, false, CellLimits.DEFAULT, capacityOfThisMachine(), false, 0);
    }

    public SandboxSettings withUnsafeNoJail(boolean allowed) {
        return new SandboxSettings(jdk, app, runtime, allowed, limits, capacity, lasting, warmUp);
    }

    public SandboxSettings withLimits(CellLimits changed) {
        return new SandboxSettings(
                jdk, app, runtime, unsafeNoJail, changed, capacity, lasting, warmUp);
    }

    public SandboxSettings withCapacity(Capacity changed) {
        return new SandboxSettings(
                jdk, app, runtime, unsafeNoJail, limits, changed, lasting, warmUp);
    }

    /**
     * For a sandbox that goes on, whose compilers warm up so often and whose learners must not wait
     * when one of them breaks down.
     */
    public SandboxSettings goingOn(int rounds) {
        return new SandboxSettings(jdk, app, runtime, unsafeNoJail, limits, capacity, true, rounds);
    }

    private static Capacity capacityOfThisMachine() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Capacity.of(
                machine.getTotalMemorySize(), Runtime.getRuntime().availableProcessors());
    }
}
