package dev.interleave.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * What a lesson's cells may use: a named set of limits and switches.
 *
 * @param name as lessons write it
 * @param preview whether preview features of this JDK compile and run
 * @param heapMegabytes largest heap of the session JVM
 * @param parallelism carriers of virtual threads; 0 leaves it to the JDK
 * @param processors what {@code availableProcessors} says; 0 leaves it to the JDK
 * @param libraries file names of jars on the class path
 * @param exports {@code module/package} pairs that are exported to the cells
 * @param processes whether cells may start processes, such as other JVMs, inside their jail
 */
public record Profile(
        String name,
        boolean preview,
        int heapMegabytes,
        int parallelism,
        int processors,
        List<String> libraries,
        List<String> exports,
        boolean processes) {

    /** Preview features on, everything else as the JDK has it. */
    public static final Profile DEFAULT =
            new Profile("default", true, 128, 0, 0, List.of(), List.of());

    /** Without preview features: what a program has that is not told to use them. */
    public static final Profile NO_PREVIEW =
            new Profile("no-preview", false, 128, 0, 0, List.of(), List.of());

    /** One processor and one carrier, so that virtual threads take turns. */
    public static final Profile ONE_CARRIER =
            new Profile("one-carrier", true, 128, 1, 1, List.of(), List.of());

    /** Little heap, which is soon full. */
    public static final Profile SMALL_HEAP =
            new Profile("small-heap", true, 32, 0, 0, List.of(), List.of());

    /** With the JDK's own continuations, of which virtual threads are made. */
    public static final Profile CONTINUATIONS =
            new Profile(
                    "continuations",
                    true,
                    128,
                    0,
                    0,
                    List.of(),
                    List.of("java.base/jdk.internal.vm"));

    /** Cells may start other JVMs. */
    public static final Profile PROCESSES =
            new Profile("processes", true, 128, 0, 0, List.of(), List.of(), true);

    /** Every profile that lessons can name. */
    public static final List<Profile> ALL =
            List.of(DEFAULT, NO_PREVIEW, ONE_CARRIER, SMALL_HEAP, CONTINUATIONS, PROCESSES);

    /** One that starts no processes. */
    public Profile(
            String name,
            boolean preview,
            int heapMegabytes,
            int parallelism,
            int processors,
            List<String> libraries,
            List<String> exports) {
        this(name, preview, heapMegabytes, parallelism, processors, libraries, exports, false);
    }

    /** The profile that lessons know by this name. */
    public static Optional<Profile> named(String name) {
        return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
