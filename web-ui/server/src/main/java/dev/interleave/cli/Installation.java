package dev.interleave.cli;

import java.nio.file.Path;

/**
 * Where the parts of this installation lie, as the launcher says.
 *
 * @param root the repository's root
 * @param app the program as it was built: {@code lib}, {@code jail}, {@code lessons-build}
 * @param course the built lessons
 * @param runtime what outlives one start and can be made again: caches
 * @param jdk home of the JDK that runs this process
 */
record Installation(Path root, Path app, Path course, Path runtime, Path jdk) {

    static Installation ofSystemProperties() {
        return new Installation(
                folder("interleave.root"),
                folder("interleave.app"),
                folder("interleave.course"),
                folder("interleave.runtime"),
                Path.of(System.getProperty("java.home")));
    }

    /** Folder with {@code agent.jar} and {@code compiler.jar}. */
    Path jail() {
        return app.resolve("jail");
    }

    /** Folder with a folder for each exercise: beside the lessons, or where a test has its own. */
    Path exercises() {
        var other = System.getProperty("interleave.exercises");
        return other == null ? root.resolve("exercises") : Path.of(other);
    }

    /**
     * How often the compilers of a server compile typical cells beside their work: until javac is
     * mostly compiled itself, or as a test says, whose server lives for seconds.
     */
    int warmUp() {
        return Integer.getInteger("interleave.warm-up", 12);
    }

    private static Path folder(String property) {
        var folder = System.getProperty(property);
        if (folder == null) {
            throw new IllegalStateException(
                    property + " is not set; start Interleave by ./interleave");
        }
        return Path.of(folder);
    }
}
