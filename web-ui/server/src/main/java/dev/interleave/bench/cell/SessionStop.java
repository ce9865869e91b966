package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import java.util.ArrayList;
import java.util.List;

/** From Stop to the end of the run, and whether the variables are still there. */
public final class SessionStop implements Benchmark {

    private static final String LOOP = "System.out.println(\"on\"); while (true) {}";
    private static final String SPINNING =
            """
            for (int i = 0; i < 100; i++) {
                Thread.ofVirtual().start(() -> { while (true) { Thread.onSpinWait(); } });
            }
            System.out.println("on");
            Thread.sleep(60_000);
            """;

    @Override
    public String name() {
        return "session.stop";
    }

    @Override
    public String purpose() {
        return "Stop of an endless loop and of 100 virtual threads that spin; variables kept";
    }

    @Override
    public void run(Bench bench) throws Exception {
        measure("loop", LOOP, bench);
        measure("threads", SPINNING, bench);
    }

    private void measure(String what, String source, Bench bench)
            throws InterruptedException, WrongResult {
        var runs = bench.amounts().runs(12, 60);
        List<Double> values = new ArrayList<>();
        var kept = 0;
        try (var learner = new Learner(bench.sandbox())) {
            for (var run = 0; run < runs; run++) {
                learner.runWell("int keep = " + run + ";");
                var running = learner.start(source);
                running.awaitOutput();
                var stopped = System.nanoTime();
                learner.session().stop();
                values.add((running.await().ended() - stopped) / 1e6);
                kept += String.valueOf(run).equals(learner.run("keep").value()) ? 1 : 0;
                bench.progress().at(name() + "." + what, run + 1L, runs);
            }
        }
        bench.tell(
                name() + "." + what,
                "ms",
                values,
                "from Stop to the run's end; variables kept in %d of %d".formatted(kept, runs));
    }
}
