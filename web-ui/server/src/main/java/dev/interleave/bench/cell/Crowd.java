package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Learners who work at the same time, each in a session and on a virtual thread of their own.
 *
 * <p>Threading: one thread at a time.
 */
final class Crowd implements AutoCloseable {

    private static final long THINK_NANOS = 2_000_000_000L;
    private static final long LOOK_MILLIS = 100;

    private final List<Learner> learners = new ArrayList<>();
    private final Queue<Served> served = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> firsts = new ConcurrentLinkedQueue<>();
    private final Queue<String> losses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    /**
     * A cell that came to its end.
     *
     * @param plannedNanos when it was to begin, since the crowd began to work
     * @param millis from then to its end
     */
    private record Served(long plannedNanos, double millis) {}

    private Crowd(Sandbox sandbox, int size) {
        for (var i = 0; i < size; i++) {
            learners.add(new Learner(sandbox));
        }
    }

    /** All of them, after each has run a first cell; they want it at the same time. */
    static Crowd gather(Sandbox sandbox, int size, Bench bench) throws InterruptedException {
        var crowd = new Crowd(sandbox, size);
        crowd.all(
                (learner, number) -> {
                    crowd.firsts.add(learner.runWell("int keep = " + number + ";"));
                    crowd.done.incrementAndGet();
                },
                "learners have begun",
                size,
                bench);
        return crowd;
    }

    /**
     * Lets each of them run so many cells, one every two seconds at random, and at the end look for
     * the variable of the beginning.
     */
    void run(int cells, Bench bench) throws InterruptedException {
        var begun = System.nanoTime();
        all(
                (learner, number) -> work(learner, number, cells, begun, bench.amounts().seed()),
                size() + " learners, cells done",
                (long) size() * cells,
                bench);
        all((learner, number) -> learner.expect("" + number, "keep"), "variables", 0, bench);
    }

    private void work(Learner learner, int number, int cells, long begun, long seed)
            throws InterruptedException, WrongResult {
        var random = new Random(seed + number);
        var planned = begun + (long) (random.nextDouble() * THINK_NANOS);
        for (var cell = 1; cell <= cells; cell++) {
            sleepUntil(planned);
            var answer = learner.runWell(Mix.cell(cell));
            served.add(new Served(planned - begun, (answer.ended() - planned) / 1e6));
            done.incrementAndGet();
            // A plan that does not wait for answers: who is served late wants the next one sooner.
            planned += (long) ((0.5 + random.nextDouble()) * THINK_NANOS);
        }
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        var left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    @FunctionalInterface
    private interface Work {
        void of(Learner learner, int number) throws InterruptedException, WrongResult;
    }

    /** Everybody does this at the same time; returns when all have done it. */
    private void all(Work work, String what, long total, Bench bench) throws InterruptedException {
        done.set(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> pending = new ArrayList<>();
            for (var i = 0; i < learners.size(); i++) {
                var number = i;
                pending.add(threads.submit(() -> guarded(work, number)));
            }
            while (!pending.stream().allMatch(Future::isDone)) {
                bench.progress().at(what, done.get(), total);
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private void guarded(Work work, int number) {
        try {
            work.of(learners.get(number), number);
        } catch (InterruptedException | WrongResult | RuntimeException e) {
            losses.add("learner " + number + ": " + e.getMessage());
        }
    }

    int size() {
        return learners.size();
    }

    /** How long each cell took that was to begin this long after the beginning or later. */
    List<Double> latencies(Duration from) {
        return served.stream()
                .filter(cell -> cell.plannedNanos() >= from.toNanos())
                .map(Served::millis)
                .toList();
    }

    List<Double> firsts() {
        return firsts.stream().map(Answer::millis).toList();
    }

    /** The worst place in the line that somebody was told with the first cell. */
    int longestLine() {
        return firsts.stream().mapToInt(Answer::place).max().orElse(0);
    }

    /** What went wrong, one sentence each. */
    List<String> losses() {
        return List.copyOf(losses);
    }

    @Override
    public void close() {
        learners.forEach(Learner::close);
    }
}
