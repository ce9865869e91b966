package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.Room;
import dev.interleave.bench.WrongResult;
import dev.interleave.bench.host.Memory;
import dev.interleave.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What sessions take that are idle after 18 mixed cells, all of them really started: at first with
 * all that the compilers hold for them, then after that was given back. At the end each of them has
 * to know its variables.
 */
public final class SessionMemory implements Benchmark {

    private static final int CELLS = 18;
    private static final double GIB_16 = 16 * 1024;

    @Override
    public String name() {
        return "session.memory";
    }

    @Override
    public String purpose() {
        return "memory of idle sessions after 18 cells (--sessions N), with what they share";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var sessions = bench.amounts().sessions();
        // The server waits for a minute; here a few sessions are ready to be looked at earlier.
        var evictAfter = Duration.ofSeconds(Math.clamp(2L * sessions, 20, 60));
        var learners = new ArrayList<Learner>();
        try {
            var sandbox = bench.sandbox(new Room(sessions, 0, evictAfter));
            var empty = Memory.now();
            var begun = System.nanoTime();
            for (var i = 0; i < sessions; i++) {
                learners.add(use(sandbox));
                bench.progress().at("sessions started", i + 1L, sessions);
            }
            if (System.nanoTime() - begun < evictAfter.toNanos()) {
                tell("hot", empty, sessions, bench);
            }
            waitFor(evictAfter.plusSeconds(5), bench);
            bench.settle();
            tell("idle", empty, sessions, bench);
            check(learners, bench);
        } finally {
            learners.forEach(Learner::close);
            bench.closeSandbox();
        }
    }

    private static Learner use(Sandbox sandbox) throws InterruptedException, WrongResult {
        var learner = new Learner(sandbox);
        learner.runWell("int keep = 42;");
        for (var cell = 1; cell < CELLS; cell++) {
            learner.runWell(Mix.cell(cell));
        }
        return learner;
    }

    private static void waitFor(Duration duration, Bench bench) throws InterruptedException {
        for (var second = 0L; second < duration.toSeconds(); second++) {
            bench.progress().at("sessions are idle, seconds", second, duration.toSeconds());
            Thread.sleep(1_000);
        }
    }

    private void tell(String state, Memory empty, int sessions, Bench bench) throws Exception {
        var now = Memory.now();
        var name = name() + "." + state;
        bench.tell(
                name + ".jvm",
                "MB",
                now.sessionJvms(),
                "each session's JVM; jails around it %.2f MB".formatted(now.jails() / sessions));
        bench.tell(
                name + ".compilers",
                "MB",
                now.compilers(),
                "all compilers, the one that stands by too; before the sessions %.0f MB"
                        .formatted(empty.compilers()));
        var each = (now.total() - empty.total()) / sessions;
        bench.tell(
                name + ".each",
                "MB",
                each,
                "what %d sessions added to everything, divided; %s of the compiler's heap"
                        .formatted(
                                sessions, state.equals("hot") ? "with its part" : "without most"));
        bench.tell(
                name + ".total",
                "MB",
                now.total(),
                "%d sessions, compilers and server; so 16 GiB hold %.0f"
                        .formatted(sessions, (GIB_16 - empty.total()) / each));
    }

    private static void check(List<Learner> learners, Bench bench)
            throws InterruptedException, WrongResult {
        var known = 0;
        for (var learner : learners) {
            learner.expect("42", "keep");
            bench.progress().at("variables found again", ++known, learners.size());
        }
    }
}
