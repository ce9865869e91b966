package dev.interleave.cli.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A second start: from {@code ./interleave serve}, with nothing to build, to the first answered
 * request for the course map; beside the start of a JVM that does nothing.
 */
final class ServeStart implements Benchmark {

    private static final int RUNS = 20;

    private final Path root;
    private final Path jdk;

    ServeStart(Path root, Path jdk) {
        this.root = root;
        this.jdk = jdk;
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
    public void run(Consumer<Figure> figures) throws Exception {
        var starts = new ArrayList<Double>();
        var floors = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        courseMillis();
        for (var i = 0; i < RUNS; i++) {
            var floor = bareMillis();
            var start = courseMillis();
            floors.add(floor);
            starts.add(start);
            ratios.add(start / floor);
        }
        figures.accept(Figure.of(name(), "ms", starts, "one start before these is not counted"));
        figures.accept(
                Figure.of(
                        name() + ".floor",
                        "ms",
                        floors,
                        "a JVM that does nothing, before each start"));
        figures.accept(
                Figure.of(name() + ".ratio", "ratio", ratios, "start : floor, pair by pair"));
    }

    private double bareMillis() throws IOException, InterruptedException, URISyntaxException {
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
