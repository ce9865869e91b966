package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a timeline costs: the same cells in turn in a session that is never traced, in one that has
 * been traced and is not now, and traced.
 */
public final class TraceOverhead implements Benchmark {

    private static final String SLEEPERS =
            """
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 1_000; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        for (int j = 0; j < 3; j++) Thread.sleep(1);
                    } catch (InterruptedException e) { }
                }));
            }
            for (var thread : threads) thread.join();
            """;

    private static final String HAND_OVERS =
            """
            var queue = new SynchronousQueue<Integer>();
            var taker = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 5_000; i++) queue.take();
                } catch (InterruptedException e) { }
            });
            for (int i = 0; i < 5_000; i++) queue.put(i);
            taker.join();
            """;

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String purpose() {
        return "what a timeline costs: a cell untraced, after a traced one, and traced";
    }

    @Override
    public void run(Bench bench) throws Exception {
        measure("sleepers", SLEEPERS, bench);
        measure("hand-overs", HAND_OVERS, bench);
    }

    private void measure(String what, String source, Bench bench)
            throws InterruptedException, WrongResult {
        var runs = bench.amounts().runs(10, 40);
        List<Double> never = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        List<Double> on = new ArrayList<>();
        try (var plain = new Learner(bench.sandbox());
                var traced = new Learner(bench.sandbox())) {
            for (var run = -2; run < runs; run++) {
                var untraced = plain.runWell(source).millis();
                var tracedNow = traced.runTraced(source).millis();
                var tracedBefore = traced.runWell(source).millis();
                if (run >= 0) {
                    never.add(untraced);
                    on.add(tracedNow);
                    off.add(tracedBefore);
                }
                bench.progress().at(name() + "." + what, Math.max(run + 1L, 0), runs);
            }
        }
        bench.tell(name() + "." + what + ".never", "ms", never, "a session without a timeline");
        bench.tell(name() + "." + what + ".off", "ms", off, "after a cell with a timeline");
        bench.tell(name() + "." + what + ".on", "ms", on, "with a timeline");
        bench.tell(
                name() + "." + what + ".off.to-never",
                "ratio",
                ratios(off, never),
                "off : never, turn by turn");
        bench.tell(
                name() + "." + what + ".on.to-never",
                "ratio",
                ratios(on, never),
                "on : never, turn by turn");
    }

    /** Of runs that followed each other, so that a machine that gets slower is in both. */
    private static List<Double> ratios(List<Double> ours, List<Double> base) {
        return IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i) / Math.max(base.get(i), 0.001))
                .toList();
    }
}
