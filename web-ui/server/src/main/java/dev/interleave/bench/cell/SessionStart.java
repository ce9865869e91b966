package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.Room;
import dev.interleave.bench.host.Product;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.util.ArrayList;
import java.util.List;

/** What it takes to make a session, and to replace one whose JVM was killed. */
public final class SessionStart implements Benchmark {

    @Override
    public String name() {
        return "session.start";
    }

    @Override
    public String purpose() {
        return "processor time to make a session; a new JVM after the old one died";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        processorTime(bench);
        fromNothing(bench);
        replacement(bench);
    }

    /** Of sessions that were made one after the other, until nothing is left to be done. */
    private void processorTime(Bench bench) throws Exception {
        var sessions = bench.amounts().runs(8, 20);
        var sandbox = bench.sandbox(Room.forExactly(2 * sessions));
        var learners = new ArrayList<Learner>();
        var before = Product.cpuMillis();
        for (var i = 0; i < sessions; i++) {
            var learner = new Learner(sandbox);
            learners.add(learner);
            learner.expect("2", "1 + 1");
            bench.progress().at("sessions made", i + 1L, sessions);
        }
        bench.settle();
        var all = Product.cpuMillis() - before;
        var jvms = Product.now().sessionJvms();
        bench.tell(
                name() + ".cpu",
                "ms",
                all / (double) sessions,
                "processor time of everything for each of %d sessions, its first cell included"
                        .formatted(sessions));
        bench.tell(
                name() + ".cpu.jvm",
                "ms",
                jvms.stream().map(jvm -> (double) jvm.cpuMillis()).toList(),
                "of that, the session's JVM");
        learners.forEach(Learner::close);
    }

    private void fromNothing(Bench bench) throws Exception {
        var runs = bench.amounts().runs(8, 40);
        var sandbox = bench.sandbox(Room.forExactly(4));
        List<Double> values = new ArrayList<>();
        for (var run = 0; run < runs; run++) {
            try (var learner = new Learner(sandbox)) {
                values.add(learner.expect("2", "1 + 1").millis());
            }
            bench.progress().at("sessions from nothing", run + 1L, runs);
        }
        bench.tell(name() + ".cold", "ms", values, "to the first result, with an empty pool");
    }

    private void replacement(Bench bench) throws Exception {
        var runs = bench.amounts().runs(8, 40);
        var sandbox = bench.sandbox();
        List<Double> values = new ArrayList<>();
        try (var learner = new Learner(sandbox)) {
            for (var run = 0; run < runs; run++) {
                learner.expect("2", "1 + 1");
                Pool.await(sandbox);
                var killed = learner.run("Runtime.getRuntime().halt(9);");
                if (killed.done().status() == Status.OK) {
                    throw new IllegalStateException("a JVM outlived its end");
                }
                values.add(learner.expect("3", "1 + 2").millis());
                bench.progress().at("sessions replaced", run + 1L, runs);
            }
        }
        bench.tell(
                name() + ".replacement",
                "ms",
                values,
                "the first cell after the session's JVM died, from the pool");
    }
}
