package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.CellListener;
import dev.interleave.sandbox.result.CellEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * From a line that a cell prints to the server, line by line and in bursts, by the clock that all
 * processes of a machine share; and how soon a flood is over.
 */
public final class Output implements Benchmark {

    private static final int BURST = 2_000;
    private static final String FLOOD =
            """
            var line = "x".repeat(999);
            for (int i = 0; i < 100_000; i++) System.out.println(line);
            """;

    @Override
    public String name() {
        return "output";
    }

    @Override
    public String purpose() {
        return "output from a cell to the server: single lines, bursts, a flood of 100 MB";
    }

    @Override
    public void run(Bench bench) throws Exception {
        try (var learner = new Learner(bench.sandbox())) {
            learner.runWell("System.out.println(1);");
            spaced(learner, bench);
            bursts(learner, bench);
            flood(learner, bench);
        }
    }

    private void spaced(Learner learner, Bench bench) throws Exception {
        var lines = bench.amounts().runs(100, 300);
        var source =
                "for (int i = 0; i < %d; i++) { Thread.sleep(10); System.out.println(System.nanoTime()); }"
                        .formatted(lines);
        bench.tell(
                name() + ".latency",
                "ms",
                delays(learner, source),
                "println to the server's listener, a line every 10 ms");
    }

    private void bursts(Learner learner, Bench bench) throws Exception {
        var runs = bench.amounts().runs(3, 10);
        List<Double> values = new ArrayList<>();
        for (var run = 0; run < runs; run++) {
            var source =
                    "for (int i = 0; i < %d; i++) System.out.println(System.nanoTime());"
                            .formatted(BURST);
            values.addAll(delays(learner, source));
        }
        bench.tell(
                name() + ".burst",
                "ms",
                values,
                "the same for bursts of %,d lines".formatted(BURST));
    }

    private static List<Double> delays(Learner learner, String source)
            throws InterruptedException, WrongResult {
        var clocks = new Clocks();
        learner.session().run(new Cell(source, Duration.ofMinutes(1)), clocks);
        var done = clocks.done.join();
        if (clocks.delays.isEmpty()) {
            throw new WrongResult("a cell that prints printed nothing: " + done);
        }
        return clocks.delays;
    }

    private void flood(Learner learner, Bench bench) throws Exception {
        var runs = bench.amounts().runs(5, 20);
        List<Double> values = new ArrayList<>();
        CellEvent.Done done = null;
        for (var run = 0; run < runs; run++) {
            var answer = learner.run(FLOOD);
            values.add(answer.millis());
            done = answer.done();
            bench.progress().at("output.flood", run + 1L, runs);
        }
        bench.tell(
                name() + ".flood",
                "ms",
                values,
                "a cell that prints 100 MB, to its end: %s, limit %s"
                        .formatted(done.status(), done.limit()));
    }

    /** Reads the times that were printed. */
    private static final class Clocks implements CellListener {

        private final List<Double> delays = new ArrayList<>();
        private final CompletableFuture<CellEvent.Done> done = new CompletableFuture<>();
        private String begun = "";

        @Override
        public void on(CellEvent event) {
            switch (event) {
                case CellEvent.Output(_, var text, _) -> read(text, System.nanoTime());
                case CellEvent.Done end -> done.complete(end);
                default -> {}
            }
        }

        /** Text comes in pieces that may end anywhere. */
        private void read(String text, long now) {
            var lines = (begun + text).split("\n", -1);
            for (var i = 0; i < lines.length - 1; i++) {
                delays.add((now - Long.parseLong(lines[i])) / 1e6);
            }
            begun = lines[lines.length - 1];
        }
    }
}
