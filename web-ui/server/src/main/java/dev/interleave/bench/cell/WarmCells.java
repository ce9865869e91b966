package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.Pairs;
import dev.interleave.bench.WrongResult;
import dev.interleave.bench.peer.Engine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Warm evaluation in sessions of different age, in turns with the floor and with JShell's default
 * engine.
 */
public final class WarmCells implements Benchmark {

    /**
     * @param history evaluations in the session before these
     * @param rounds how often each kind is measured in one session
     */
    private record Stage(int history, int rounds) {}

    private static final List<Stage> YOUNG = List.of(new Stage(5, 4), new Stage(50, 4));
    private static final Stage OLD = new Stage(500, 20);

    @Override
    public String name() {
        return "cell.warm";
    }

    @Override
    public String purpose() {
        return "warm cells in sessions of different age, beside plain JShell and jshell's engine";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var sessions = bench.amounts().runs(6, 25);
        var old = bench.amounts().quick() ? 0 : Math.min(5, sessions);
        try (var floor = new Subject.Other(WarmPeers.start(Engine.FLOOR, bench));
                var own = new Subject.Own(bench.sandbox())) {
            against(floor, Engine.FLOOR, own, sessions, old, bench);
        }
        // A cell there takes a fifth of a second, so that there are fewer of them.
        try (var jshell = new Subject.Other(WarmPeers.start(Engine.JSHELL, bench));
                var own = new Subject.Own(bench.sandbox())) {
            var few = bench.amounts().quick() ? 1 : Math.min(3, sessions);
            against(jshell, Engine.JSHELL, own, few, Math.min(1, old), bench);
        }
    }

    private void against(
            Subject other, Engine engine, Subject own, int sessions, int old, Bench bench)
            throws IOException, InterruptedException, WrongResult {
        var warm = new Turns(own, other);
        for (var session = 0; session < sessions; session++) {
            warm.begin();
            for (var stage : YOUNG) {
                warm.measure(stage.history(), stage.rounds());
            }
            if (session < old) {
                warm.measure(OLD.history(), OLD.rounds());
            }
            bench.progress().at("cell.warm beside " + engine, session + 1L, sessions);
        }
        warm.values().forEach((age, pairs) -> tell(age, pairs, engine, bench));
    }

    private void tell(Turns.Age age, Pairs pairs, Engine engine, Bench bench) {
        var kind = age.kind().name().toLowerCase(Locale.ROOT);
        var figure = "%s.%s@%d".formatted(name(), kind, age.evaluations());
        if (engine == Engine.FLOOR) {
            bench.tell(
                    figure,
                    "ms",
                    pairs.ours(),
                    "from the call to the end of the run, after so many evaluations");
        }
        bench.tellOther(figure, "ms", engine.name().toLowerCase(Locale.ROOT), pairs);
    }
}
