package dev.interleave.sandbox.jail;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a JVM does about a cache of classes that are loaded and linked ahead of time.
 *
 * @param path the cache that it reads, or the folder that it writes to
 */
record Aot(Mode mode, Path path) {

    enum Mode {
        /** Nothing. */
        OFF,
        /** Starts from the cache; one that does not fit is noticed and ignored. */
        USE,
        /** Starts from the cache or not at all. */
        REQUIRE,
        /** Writes down what it loads. */
        RECORD,
        /** Makes a cache of what was recorded, without running the program. */
        CREATE
    }

    static final Aot OFF = new Aot(Mode.OFF, Path.of("/"));

    private static final String RECORD = "recorded";
    private static final String CACHE = "cache.aot";

    /** The cache in the folder to which {@link Mode#CREATE} wrote. */
    static Path cacheIn(Path folder) {
        return folder.resolve(CACHE);
    }

    boolean reads() {
        return mode == Mode.USE || mode == Mode.REQUIRE;
    }

    boolean writes() {
        return mode == Mode.RECORD || mode == Mode.CREATE;
    }

    Aot relocated(UnaryOperator<Path> place) {
        return mode == Mode.OFF ? this : new Aot(mode, place.apply(path));
    }

    List<String> flags() {
        String recorded = "-XX:AOTConfiguration=" + path.resolve(RECORD);
        return switch (mode) {
            case OFF -> List.of();
            case USE -> List.of("-XX:AOTCache=" + path);
            case REQUIRE -> List.of("-XX:AOTCache=" + path, "-XX:AOTMode=on");
            case RECORD -> List.of("-XX:AOTMode=record", recorded);
            case CREATE -> List.of("-XX:AOTMode=create", recorded, "-XX:AOTCache=" + cacheIn(path));
        };
    }
}
