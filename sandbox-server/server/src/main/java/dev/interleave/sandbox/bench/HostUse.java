package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareResult.Host;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The machine, and what other programs do on it while something is measured. */
final class HostUse {

    /** The layer of the jails that gives one of them more of the processors than another. */
    private static final String WEIGHT = "processor share";

    /** Kernels count in hundredths of a second, whatever their own clock. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** In the first line of /proc/stat: user, nice, system, irq and softirq. */
    private static final int[] BUSY = {1, 2, 3, 6, 7};

    /** What a machine's host did with the processors while the machine wanted them. */
    private static final int STEAL = 8;

    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final long begun = System.nanoTime();
    private final Use before = Use.now();

    /**
     * Facts about the time since the beginning.
     *
     * @param own processor time that the measured JVMs used
     */
    Host facts(List<String> flags, long own, boolean weighted) {
        int processors = Runtime.getRuntime().availableProcessors();
        double all = (double) (System.nanoTime() - begun) * processors;
        Use now = Use.now();
        double others = (now.busyNanos - before.busyNanos - own) / all;
        double steal = (now.stolenNanos - before.stolenNanos) / all;
        return new Host(
                System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processors,
                flags,
                Math.max(0, load),
                Math.clamp(others, 0, 1),
                Math.clamp(steal, 0, 1),
                weighted);
    }

    /** Whether measured JVMs get more of the processors than other programs. */
    static boolean weighted(Jails jails) {
        return jails.isolation().layers().stream()
                .anyMatch(layer -> layer.name().equals(WEIGHT) && layer.present());
    }

    /** What all processors did since the machine was started; 0 where it is not told. */
    record Use(long busyNanos, long stolenNanos) {

        static Use now() {
            try {
                return of(Files.readAllLines(Path.of("/proc/stat")).getFirst());
            } catch (IOException e) {
                return new Use(0, 0);
            }
        }

        /** What the first line of /proc/stat says; old kernels have fewer numbers in it. */
        static Use of(String line) {
            String[] words = line.split(" +");
            long busy = Arrays.stream(BUSY).mapToLong(word -> ticks(words, word)).sum();
            return new Use(busy * NANOS_PER_TICK, ticks(words, STEAL) * NANOS_PER_TICK);
        }

        private static long ticks(String[] words, int word) {
            return word < words.length ? Long.parseLong(words[word]) : 0;
        }
    }
}
