package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.Pairs;
import dev.interleave.bench.peer.Engine;

/**
 * From "a session is wanted" to its first result, from the warm pool; beside a new JShell in a JVM
 * that is warm.
 */
public final class FirstResult implements Benchmark {

    @Override
    public String name() {
        return "cell.first-result";
    }

    @Override
    public String purpose() {
        return "from a new session to its first result, from the warm pool";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var runs = bench.amounts().runs(15, 100);
        var pairs = new Pairs();
        try (var floor = WarmPeers.start(Engine.FLOOR, bench)) {
            var sandbox = bench.sandbox();
            for (var run = 0; run < runs; run++) {
                Pool.await(sandbox);
                var their = floor.open() + floor.evaluate("1 + " + run);
                try (var learner = new Learner(sandbox)) {
                    pairs.add(learner.expect("" + (run + 1), "1 + " + run).millis(), their);
                }
                bench.progress().at(name(), run + 1L, runs);
            }
        }
        bench.tell(name(), "ms", pairs.ours(), "1 + n; a JVM waits in the pool each time");
        bench.tellOther(name(), "ms", "floor", pairs);
    }
}
