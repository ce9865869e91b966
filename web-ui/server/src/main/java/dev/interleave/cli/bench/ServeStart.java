package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.Pairs;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * A second start: from {@code ./interleave serve}, with nothing to build, to the first answered
 * request for the course map. Its floor is the start of a JVM that does nothing.
 */
final class ServeStart implements Benchmark {

    private final Path root;

    ServeStart(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "serve.start";
    }

    @Override
    public String purpose() {
        return "a second start of the course, from the command to the first answered request";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var runs = bench.amounts().runs(3, 20);
        var starts = new Pairs();
        courseMillis();
        for (var run = 0; run < runs; run++) {
            var floor = bareMillis(bench.jdk());
            starts.add(courseMillis(), floor);
            bench.progress().at(name(), run + 1L, runs);
        }
        bench.tell(name(), "ms", starts.ours(), "one start before these is not counted");
        bench.tellOther(name(), "ms", "floor", starts);
    }

    private static double bareMillis(Path jdk)
            throws IOException, InterruptedException, URISyntaxException {
        var jar = BareStart.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        var java = jdk.resolve("bin/java").toString();
        var begun = System.nanoTime();
        var process =
                new ProcessBuilder(
                                java,
                                "-XX:+UseSerialGC",
                                "-cp",
                                Path.of(jar).toString(),
                                BareStart.class.getName())
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("A JVM that does nothing failed.");
        }
        return millisSince(begun);
    }

    private double courseMillis() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        try (var course = CourseProcess.start(List.of(root.resolve("interleave").toString()))) {
            course.get("/");
            return millisSince(begun);
        }
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
