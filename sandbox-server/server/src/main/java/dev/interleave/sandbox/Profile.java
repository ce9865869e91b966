package dev.interleave.sandbox;

import java.util.List;

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
 */
public record Profile(
        String name,
        boolean preview,
        int heapMegabytes,
        int parallelism,
        int processors,
        List<String> libraries,
        List<String> exports) {

    /** Preview features on, everything else as the JDK has it. */
    public static final Profile DEFAULT =
            new Profile("default", true, 128, 0, 0, List.of(), List.of());
}
