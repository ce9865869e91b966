package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.Comparer.Look;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Sweep;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Jails and a comparer with a warm compiler, which all tests of comparisons share. It measures one
 * pair of JVMs, so nothing is said about how fast anything is.
 *
 * <p>Threading: one thread.
 */
final class Comparing implements AutoCloseable {

    static final String SUM =
            """
            int run(int n) {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += i % 7;
                }
                return sum;
            }
            """;

    static final LoadPace SHORT_LOAD = new LoadPace(200, 4, 1, Duration.ofSeconds(120));

    private final Path work;
    private final Jails jails;
    private final LocalComparer comparer;

    Comparing() {
        try {
            work = Files.createTempDirectory("interleave-comparing");
            Path jdk = Path.of(System.getProperty("java.home"));
            Path app = MeasurerApp.in(work.resolve("app"));
            jails = Jails.open(new JailSettings(jdk, app, work.resolve("runtime"), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        comparer = new LocalComparer(jails, pace(1), SHORT_LOAD);
    }

    /** The shortest with so many pairs of JVMs. */
    static Pace pace(int pairs) {
        return new Pace(Duration.ofMillis(5), 1, 1, 2, pairs, 20, 0, Duration.ofSeconds(120));
    }

    Jails jails() {
        return jails;
    }

    LocalComparer comparer() {
        return comparer;
    }

    CompareResult compare(String left, String right, Mode mode) throws InterruptedException {
        return comparer.begin(request(left, right, mode), _ -> {}).await();
    }

    static Request request(String left, String right, Mode mode) {
        return new Request(
                new Version("left", left),
                new Version("right", right),
                mode,
                1000,
                Duration.ofMinutes(10));
    }

    /** With 1 and 16 requests in each delay of 50 ms. */
    CompareResult load(Consumer<CompareEvent> heard, String... sources)
            throws InterruptedException {
        List<Version> versions = new ArrayList<>();
        for (String source : sources) {
            versions.add(new Version("v" + versions.size(), source));
        }
        Duration delay = Duration.ofMillis(50);
        Sweep sweep = new Sweep(versions, delay, List.of(1, 16), Duration.ofMinutes(10));
        return comparer.begin(sweep, heard).await();
    }

    CompareResult look(String source, Duration delay) throws InterruptedException {
        return comparer.begin(new Look(new Version("v", source), 1000, delay), _ -> {}).await();
    }

    static String refusal(CompareResult result) {
        return ((Refused) result).problems().getFirst().message();
    }

    @Override
    public void close() {
        comparer.close();
        jails.close();
        try (Stream<Path> files = Files.walk(work)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
