package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.bench.host.Footprint;
import dev.interleave.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sessions that are opened, used, stopped, killed and closed for as long as one likes; afterwards
 * the product has to hold no more of the machine than before.
 */
public final class Soak implements Benchmark {

    /** The pool needs some minutes to notice that nobody wants anything. */
    private static final Duration CALM_DOWN = Duration.ofMinutes(4);

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String purpose() {
        return "sessions come and go for --minutes M, and leave nothing behind";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var sandbox = bench.sandbox();
        var visits = new Visits(sandbox, new Random(bench.amounts().seed()));
        visits.makeOneOfEach();
        var before = calm(sandbox, null, bench);
        List<Double> values = new ArrayList<>();
        var begun = System.nanoTime();
        var length = bench.amounts().soak();
        for (var gone = Duration.ZERO; gone.compareTo(length) < 0; gone = since(begun)) {
            values.add(visits.make());
            bench.progress().at("soak, minutes", gone.toMinutes(), length.toMinutes());
        }
        var after = calm(sandbox, before, bench);
        var grown = after.grownSince(before);
        bench.tell(
                name(),
                "ms",
                values,
                "each visit whole; %s; afterwards %s, before %s"
                        .formatted(visits.counts(), after.counts(), before.counts()));
        if (!grown.isEmpty()) {
            throw new WrongResult("After the soak there are more of these: " + grown);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** What there is when nothing happens any more; waits until it is no more than it was. */
    private static Footprint calm(Sandbox sandbox, Footprint before, Bench bench) throws Exception {
        var begun = System.nanoTime();
        while (true) {
            bench.settle();
            var now = Footprint.now();
            var done = before == null || now.grownSince(before).isEmpty();
            if (sandbox.load().live() == 0 && done || since(begun).compareTo(CALM_DOWN) > 0) {
                return now;
            }
        }
    }
}
