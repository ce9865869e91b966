package dev.interleave.explore.jdk;

import java.nio.file.Path;
import java.util.List;

/** How a JVM must be started so that schedules can be explored in it. */
public final class JdkFlags {

    private JdkFlags() {}

    /** The flags for {@code java}, apart from the class path. */
    public static List<String> of(Path explorerJar) {
        return List.of(
                "-javaagent:" + explorerJar,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED",
                // Threads that a run leaves behind are garbage, not roots.
                "-Djdk.trackAllThreads=false",
                // Every identity hash code is the same, so no hash table's order differs from run
                // to run.
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2",
                // How long the JDK spins before it parks, and what availableProcessors says, on
                // every machine alike.
                "-XX:ActiveProcessorCount=2",
                // Structured concurrency is a preview of JDK 25.
                "--enable-preview",
                // A grading is over before the second compiler pays off.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism");
    }
}
