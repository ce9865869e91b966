package dev.interleave.sandbox.cell;

import java.time.Duration;

/**
 * How much this machine carries.
 *
 * @param sessionJvms most session JVMs that live at once, those in the pool included
 * @param runPlaces most cells that run at once; more wait in line
 * @param pooled fewest and most JVMs that wait ready in the pool
 * @param compilers compiler JVMs that work
 * @param evictAfter a session idle for this long gives back its compiler's memory
 * @param parkAfter a session idle for this long gives back its JVM, and with it its variables
 */
public record Capacity(
        int sessionJvms,
        int runPlaces,
        Range pooled,
        int compilers,
        Duration evictAfter,
        Duration parkAfter) {

    /** What a session JVM takes after some use, with its part of the compiler. */
    private static final long SESSION_BYTES = 26L << 20;

    /** What the server, the compilers and the rest of the machine keep. */
    private static final long RESERVED_BYTES = 3L << 30;

    /** From {@code least} to {@code most}, both included. */
    public record Range(int least, int most) {

        int clamp(int value) {
            return Math.clamp(value, least, most);
        }
    }

    /**
     * What a machine of this size carries. A cell that sleeps or computes for long takes a run
     * place too, so there are many more of them than processors; the kernel shares those fairly.
     */
    public static Capacity of(long memoryBytes, int processors) {
        long forSessions = Math.max(memoryBytes - RESERVED_BYTES, memoryBytes / 4);
        int jvms = Math.clamp(forSessions / SESSION_BYTES, 4, 4_000);
        return new Capacity(
                jvms,
                32 * processors,
                new Range(Math.min(2, jvms), Math.clamp(jvms / 8, 2, 32)),
                processors > 4 ? 2 : 1,
                Duration.ofSeconds(60),
                Duration.ofMinutes(15));
    }
}
