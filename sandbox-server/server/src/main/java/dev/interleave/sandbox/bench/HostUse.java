package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareResult.Host;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine, and what other programs do on it while something is measured. */
final class HostUse {

    /** The layer of the jails that gives one of them more of the processors than another. */
    private static final String WEIGHT = "processor share";

    /** Kernels count in hundredths of a second, whatever their own clock. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** In the first line of /proc/stat: user, nice, system, irq, softirq and steal. */
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final long begun = System.nanoTime();
    private final long busyBefore = busyNanos();

    /**
     * Facts about the time since the beginning.
     *
     * @param own processor time that the measured JVMs used
     */
    Host facts(List<String> flags, long own, boolean weighted) {
        int processors = Runtime.getRuntime().availableProcessors();
        double all = (double) (System.nanoTime() - begun) * processors;
        double others = (busyNanos() - busyBefore - own) / all;
        return new Host(
                System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processors,
                flags,
                Math.max(0, load),
                Math.clamp(others, 0, 1),
                weighted);
    }

    /** Whether measured JVMs get more of the processors than other programs. */
    static boolean weighted(Jails jails) {
        return jails.isolation().layers().stream()
                .anyMatch(layer -> layer.name().equals(WEIGHT) && layer.present());
    }

    /** What all processors did; 0 where it is not told. */
    private static long busyNanos() {
        try {
            String first = Files.readAllLines(Path.of("/proc/stat")).getFirst();
            String[] words = first.split(" +");
            long ticks = 0;
            for (int word : BUSY) {
                ticks += Long.parseLong(words[word]);
            }
            return ticks * NANOS_PER_TICK;
        } catch (IOException e) {
            return 0;
        }
    }
}
