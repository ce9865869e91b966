package dev.interleave.measurer.profile;

import dev.interleave.measurer.message.CompiledClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which classes are the version's own, and which ones measure it. */
final class Own {

    private static final List<String> HARNESS =
            List.of("dev.interleave.measurer.", "org.openjdk.jmh.");

    private final Set<String> names;

    Own(List<CompiledClass> classes) {
        names = classes.stream().map(CompiledClass::name).collect(Collectors.toSet());
    }

    /**
     * @param type a binary name with dots
     */
    boolean is(String type) {
        // Classes that the JVM makes for lambda expressions have names that begin like their
        // host's.
        return names.contains(type) || type.contains("$$Lambda") && names.contains(host(type));
    }

    static boolean isHarness(String type) {
        return HARNESS.stream().anyMatch(type::startsWith);
    }

    private static String host(String type) {
        return type.substring(0, type.indexOf("$$Lambda"));
    }
}
