package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.result.CompareResult.Claim;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Compares versions of which it is known whether they differ: each with itself, and one with a
 * slower one. It counts what is claimed, and beside it what JMH's error bars and a bootstrap would
 * claim of the same data.
 */
final class CompareDuels implements Benchmark {

    private static final Duration BUDGET = Duration.ofSeconds(60);
    private static final int N = 1000;

    private static final String COMPUTES =
            """
            int run(int n) {
                int hash = 1;
                for (int i = 0; i < n; i++) {
                    hash = 31 * hash + (i ^ hash >>> 7);
                }
                return hash;
            }
            """;

    private static final String WAITS =
            """
            int run(int n) throws InterruptedException {
                Thread.sleep(2);
                return n;
            }
            """;

    private static final String FANS_OUT =
            """
            int run(int n) throws InterruptedException {
                var threads = new ArrayList<Thread>();
                for (int i = 0; i < n; i++) {
                    threads.add(Thread.startVirtualThread(() -> LockSupport.parkNanos(1_000_000)));
                }
                for (var thread : threads) {
                    thread.join();
                }
                return threads.size();
            }
            """;

    /**
     * Two versions and what is true of them.
     *
     * @param same whether they are the same; otherwise the left one is faster
     */
    private record Duel(String name, String left, String right, boolean same) {}

    private static final List<Duel> DUELS =
            List.of(
                    new Duel("same.computes", COMPUTES, COMPUTES, true),
                    new Duel("same.waits", WAITS, WAITS, true),
                    new Duel("same.fans-out", FANS_OUT, FANS_OUT, true),
                    new Duel("slower-by-30", COMPUTES, slower(130), false),
                    new Duel("slower-by-10", COMPUTES, slower(110), false));

    private final Comparers comparers;

    CompareDuels(Comparers comparers) {
        this.comparers = comparers;
    }

    /** The same result, and so much per cent of the work. */
    private static String slower(int percent) {
        return """
        int run(int n) {
            int hash = 1;
            int result = 0;
            for (int i = 0; i < n * %d / 100; i++) {
                hash = 31 * hash + (i ^ hash >>> 7);
                if (i == n - 1) {
                    result = hash;
                }
            }
            // What comes after the result is work, too, and must not be left out.
            return hash == 42 ? hash : result;
        }
        """
                .formatted(percent);
    }

    @Override
    public String name() {
        return "compare.aa";
    }

    @Override
    public String purpose() {
        return "claims of compare about versions of which the truth is known; --runs of each";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var runs = bench.amounts().runs(2, 200);
        var random = new SplittableRandom(bench.amounts().seed());
        var done = 0L;
        try (var open = comparers.open()) {
            for (var duel : DUELS) {
                var verdicts = new ArrayList<Verdict>();
                for (var run = 0; run < runs; run++) {
                    verdicts.add(verdict(open.comparer(), duel));
                    bench.progress().at(name(), ++done, (long) runs * DUELS.size());
                }
                tell(bench, duel, verdicts, random);
            }
        }
    }

    private static Verdict verdict(Comparer comparer, Duel duel) throws Exception {
        var request =
                new Request(
                        new Version("left", duel.left()),
                        new Version("right", duel.right()),
                        Mode.AVERAGE,
                        N,
                        BUDGET);
        return switch (comparer.begin(request, _ -> {}).await()) {
            case Verdict verdict -> verdict;
            case Object other -> throw new WrongResult(duel.name() + ": " + other);
        };
    }

    private void tell(Bench bench, Duel duel, List<Verdict> verdicts, SplittableRandom random) {
        var name = name() + "." + duel.name();
        var notes =
                "%d comparisons, %s"
                        .formatted(verdicts.size(), duel.same() ? "A with A" : "A faster");
        bench.tell(name, "claims", count(verdicts, CompareDuels::claims), notes);
        if (!duel.same()) {
            bench.tell(
                    name + ".wrong",
                    "claims",
                    count(verdicts, each -> each.claim() == Claim.RIGHT_FASTER),
                    notes);
        }
        var measured = verdicts.stream().filter(each -> each.forks() > 1).toList();
        bench.tell(name + ".jmh-bars", "claims", count(measured, Bars::apart), notes);
        bench.tell(
                name + ".bootstrap",
                "claims",
                count(measured, each -> Bars.bootstrapClaims(each, random)),
                notes);
        bench.tell(
                name + ".ratio",
                "ratio",
                verdicts.stream().map(each -> each.ratio().value()).toList(),
                notes);
    }

    private static boolean claims(Verdict verdict) {
        return verdict.claim() == Claim.LEFT_FASTER || verdict.claim() == Claim.RIGHT_FASTER;
    }

    private static long count(List<Verdict> verdicts, Predicate<Verdict> which) {
        return verdicts.stream().filter(which).count();
    }
}
