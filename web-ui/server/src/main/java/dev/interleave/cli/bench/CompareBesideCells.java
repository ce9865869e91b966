package dev.interleave.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.bench.cell.Mix;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A class that runs cells while two learners compare: whether the cells are slower meanwhile, and
 * whether what is claimed is still true. One compares a version with itself, the other one with the
 * same that does 30 per cent more.
 */
final class CompareBesideCells implements Benchmark {

    private static final String LESSON = "s1-06-futures-and-promises";

    /** One of two versions. */
    private static final String COMPARISON = "sixteen-waits";

    private static final String CELL = "voucher";
    private static final int LEARNERS = 50;
    private static final int N = 1000;
    private static final Duration ALONE = Duration.ofSeconds(40);
    private static final long THINK_NANOS = 4_000_000_000L;

    private final Path root;

    CompareBesideCells(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "compare.beside-cells";
    }

    @Override
    public String purpose() {
        return "50 learners (--learners N) run cells in a server, without and with two comparisons";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var asked = bench.amounts().learners();
        var learners = asked > 0 ? asked : LEARNERS;
        var data = ClassFolder.make(learners + 2, List.of());
        var command = List.of(root.resolve("interleave").toString());
        try (var course = CourseProcess.start(command, data, "--class");
                var http = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                run(bench, course, http, learners, threads);
            } finally {
                // Whoever still works would keep the threads open for ever, and the streams of
                // events the client.
                threads.shutdownNow();
                http.shutdownNow();
            }
        }
    }

    private void run(
            Bench bench,
            CourseProcess course,
            HttpClient http,
            int learners,
            ExecutorService threads)
            throws Exception {
        var crowd = new Crowd(course, http, bench.amounts().seed());
        var working = crowd.begin(learners, threads);
        crowd.awaitFirstCells(working);
        // What a crowd that has just come leaves for the JIT is over soon after.
        Thread.sleep(ALONE);
        var alone = System.nanoTime();
        Thread.sleep(ALONE);
        var beside = System.nanoTime();
        tellComparisons(bench, course, http, learners, threads);
        var end = System.nanoTime();
        crowd.end(working);
        var notes = "%d learners, a cell every 4 s each, by the API".formatted(learners);
        bench.tell(name() + ".alone", "ms", crowd.latencies(alone, beside), notes);
        bench.tell(
                name() + ".beside",
                "ms",
                crowd.latencies(beside, end),
                notes + ", while two learners compared");
    }

    private void tellComparisons(
            Bench bench,
            CourseProcess course,
            HttpClient http,
            int learners,
            ExecutorService threads)
            throws Exception {
        var runs = bench.amounts().runs(1, 5);
        var same = List.of(CompareDuels.work(100), CompareDuels.work(100));
        var different = List.of(CompareDuels.work(100), CompareDuels.work(130));
        var one = comparer(course, http, learners);
        var other = comparer(course, http, learners + 1);
        var alike = threads.submit(() -> compare(one, same, true, runs));
        var unlike = threads.submit(() -> compare(other, different, false, runs));
        tell(bench, ".same", alike.get(), List.of("left-faster", "right-faster"), ".false");
        tell(bench, ".slower-by-30", unlike.get(), List.of("left-faster"), ".found");
        tell(bench, ".slower-by-30", unlike.get(), List.of("right-faster"), ".wrong");
    }

    private static PageLearner comparer(CourseProcess course, HttpClient http, int number) {
        return new PageLearner(course, http, ClassFolder.cookieOf(number), LESSON);
    }

    private static List<JsonNode> compare(
            PageLearner learner, List<String> versions, boolean same, int runs)
            throws IOException, InterruptedException, WrongResult {
        List<JsonNode> results = new ArrayList<>();
        for (var run = 0; run < runs; run++) {
            results.add(learner.compare(COMPARISON, versions, same, N));
        }
        return results;
    }

    private void tell(
            Bench bench, String kind, List<JsonNode> results, List<String> claims, String what) {
        var count = (int) results.stream().filter(one -> claims.contains(claim(one))).count();
        bench.tell(
                name() + kind + what,
                "claims",
                count,
                new Share(count, results.size())
                        + "; "
                        + String.join(" ", results.stream().map(one -> message(one)).toList()));
    }

    private static String claim(JsonNode result) {
        return result.path("claim").asText();
    }

    private static String message(JsonNode result) {
        return result.path("message").asText();
    }

    /** Learners who run cells until they are told to end. */
    private static final class Crowd {

        private final CourseProcess course;
        private final HttpClient http;
        private final long seed;
        private final Queue<Served> served = new ConcurrentLinkedQueue<>();
        private CountDownLatch first;
        private volatile boolean over;

        /**
         * @param planned when it was to begin
         * @param millis from then to its end
         */
        private record Served(long planned, double millis) {}

        Crowd(CourseProcess course, HttpClient http, long seed) {
            this.course = course;
            this.http = http;
            this.seed = seed;
        }

        List<Future<?>> begin(int learners, ExecutorService threads) {
            first = new CountDownLatch(learners);
            List<Future<?>> working = new ArrayList<>();
            for (var i = 0; i < learners; i++) {
                var number = i;
                working.add(
                        threads.submit(
                                () -> {
                                    work(number);
                                    return null;
                                }));
            }
            return working;
        }

        /** One that fails ends the benchmark. */
        void awaitFirstCells(List<Future<?>> working) throws Exception {
            while (first.getCount() > 0) {
                for (var each : working) {
                    if (each.isDone()) {
                        each.get();
                    }
                }
                Thread.sleep(100);
            }
        }

        private void work(int number) throws Exception {
            var learner = new PageLearner(course, http, ClassFolder.cookieOf(number), LESSON);
            var random = new Random(seed + number);
            learner.run(CELL, "int keep = " + number + ";");
            first.countDown();
            var planned = System.nanoTime() + (long) (random.nextDouble() * THINK_NANOS);
            for (var cell = 1; !over; cell++) {
                var left = planned - System.nanoTime();
                if (left > 0) {
                    Thread.sleep(Duration.ofNanos(left));
                }
                learner.run(CELL, Mix.cell(cell));
                served.add(new Served(planned, (System.nanoTime() - planned) / 1e6));
                // A plan that does not wait for answers.
                planned += (long) ((0.5 + random.nextDouble()) * THINK_NANOS);
            }
        }

        /** Each ends after its cell; if one lost something, that is thrown. */
        void end(List<Future<?>> working) throws Exception {
            over = true;
            for (var each : working) {
                each.get();
            }
        }

        /** Of the cells that were planned in this time. */
        List<Double> latencies(long from, long to) {
            return served.stream()
                    .filter(one -> one.planned() - from >= 0 && one.planned() - to < 0)
                    .map(Served::millis)
                    .toList();
        }
    }
}
