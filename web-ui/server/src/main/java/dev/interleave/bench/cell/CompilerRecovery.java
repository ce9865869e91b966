package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.bench.host.Product;
import java.util.ArrayList;
import java.util.List;

/** A compiler's JVM is killed with signal 9, and sessions go on with the one that stood by. */
public final class CompilerRecovery implements Benchmark {

    private static final int LEARNERS = 3;
    private static final int HISTORY = 20;

    @Override
    public String name() {
        return "compiler.recovery";
    }

    @Override
    public String purpose() {
        return "the next cell after kill -9 of the compiler, in sessions with 20 cells behind them";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var rounds = bench.amounts().runs(2, 10);
        List<Double> values = new ArrayList<>();
        var sandbox = bench.sandbox();
        for (var round = 0; round < rounds; round++) {
            List<Learner> learners = new ArrayList<>();
            try {
                for (var i = 0; i < LEARNERS; i++) {
                    var learner = new Learner(sandbox);
                    learners.add(learner);
                    prepare(learner);
                }
                bench.settle();
                // The one that has worked for longest; the youngest stands by.
                Product.now().compilerJvms().getFirst().kill();
                for (var learner : learners) {
                    values.add(learner.expect("43", "keep + 1").millis());
                }
            } finally {
                learners.forEach(Learner::close);
            }
            bench.settle();
            bench.progress().at(name(), round + 1L, rounds);
        }
        bench.tell(
                name(),
                "ms",
                values,
                "each of %d sessions' next cell, one after the other; no variable was lost"
                        .formatted(LEARNERS));
    }

    private static void prepare(Learner learner) throws InterruptedException, WrongResult {
        learner.runWell("int keep = 42;");
        for (var cell = 1; cell < HISTORY; cell++) {
            learner.runWell(Mix.cell(cell));
        }
    }
}
