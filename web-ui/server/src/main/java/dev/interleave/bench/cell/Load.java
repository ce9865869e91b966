package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.bench.host.HostUse;
import java.time.Duration;
import java.util.List;

/** Many learners at once, each of whom runs a cell every two seconds or so. */
public final class Load implements Benchmark {

    private static final List<Integer> LEARNERS = List.of(10, 50, 100, 200);
    private static final double BUSY = 0.95;

    /** So long the JVMs of a crowd that has just come are mostly busy with their JIT. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "cell.load";
    }

    @Override
    public String purpose() {
        return "latency with 10, 50, 100, 200 learners (--learners N), a cell every 2 s each";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var asked = bench.amounts().learners();
        var inOrder = bench.amounts().quick() ? LEARNERS.subList(0, 1) : LEARNERS;
        for (var learners : asked > 0 ? List.of(asked) : inOrder) {
            run(learners, bench);
        }
    }

    private void run(int learners, Bench bench) throws Exception {
        var sandbox = bench.sandbox();
        var cells = bench.amounts().runs(5, 10);
        try (var crowd = Crowd.gather(sandbox, learners, bench)) {
            bench.settle();
            var host = HostUse.begin();
            crowd.run(cells, bench);
            tell(crowd, host, bench);
        }
    }

    private void tell(Crowd crowd, HostUse host, Bench bench) throws WrongResult {
        var name = name() + "." + crowd.size();
        var busy = host.busyShare();
        var verdict = busy > BUSY ? "; this machine was full, so these are waits in its line" : "";
        bench.tell(
                name,
                "ms",
                crowd.latencies(Duration.ZERO),
                "from the planned time to the end; lost %d; machine busy to %.0f %%%s"
                        .formatted(crowd.losses().size(), 100 * busy, verdict));
        var settled = crowd.latencies(SETTLED);
        if (!settled.isEmpty()) {
            bench.tell(name + ".settled", "ms", settled, "cells planned after the first minute");
        }
        bench.tell(
                name + ".first",
                "ms",
                crowd.firsts(),
                "the first cells, all wanted at once; places told in the line up to %d"
                        .formatted(crowd.longestLine()));
        if (!crowd.losses().isEmpty()) {
            throw new WrongResult(
                    "%d learners lost something: %s"
                            .formatted(crowd.losses().size(), crowd.losses().getFirst()));
        }
    }
}
