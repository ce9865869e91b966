package dev.interleave.cli.bench;

import java.nio.file.Path;
import java.util.List;

/** All benchmarks, in the order in which they run. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * The benchmarks of an installation.
     *
     * @param root the repository's root
     * @param jdk home of the JDK that everything is measured with
     */
    public static List<Benchmark> of(Path root, Path jdk) {
        return List.of(new ServeStart(root, jdk));
    }
}
