package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.result.CompareResult.Refused;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares versions of which it is known whether they differ: three with themselves, and one with
 * the same that does more of it. It counts what is claimed, and beside it what JMH's error bars and
 * a bootstrap would claim of the same data. The pace is that of every comparison, as it is that
 * which makes promises.
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
    private record Duel(String name, String left, String right, boolean same) {

        /** What was measured of other sources is not counted with these. */
        int sources() {
            return List.of(left, right).hashCode();
        }
    }

    private static final List<Duel> DUELS =
            List.of(
                    new Duel("same.computes", COMPUTES, COMPUTES, true),
                    new Duel("same.waits", WAITS, WAITS, true),
                    new Duel("same.fans-out", FANS_OUT, FANS_OUT, true),
                    new Duel("slower-by-30", work(100), work(130), false),
                    new Duel("slower-by-10", work(100), work(110), false));

    private final Comparers comparers;
    private final RecordFile<DuelRecord> file;

    CompareDuels(Comparers comparers, RecordFile<DuelRecord> file) {
        this.comparers = comparers;
        this.file = file;
    }

    /** So much per cent of the work; the result is the same whatever it is. */
    static String work(int percent) {
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
        var records = new ArrayList<>(file.open());
        try (var open = comparers.open()) {
            // One of each kind in turn: whenever it is ended there are as many of each.
            for (var run = 0; run < runs; run++) {
                for (var duel : DUELS) {
                    if (of(duel, records).size() <= run) {
                        var done = fight(open.comparer(), duel);
                        file.add(done);
                        records.add(done);
                    }
                    bench.progress().at(name(), records.size(), (long) runs * DUELS.size());
                }
            }
        }
        for (var duel : DUELS) {
            tell(bench, duel.name(), duel.same(), of(duel, records));
        }
        var alike = DUELS.stream().filter(Duel::same).flatMap(duel -> of(duel, records).stream());
        tell(bench, "same", true, alike.toList());
    }

    private void tell(Bench bench, String kind, boolean same, List<DuelRecord> records) {
        new DuelCounts(bench, name() + "." + kind, same, records).tell();
    }

    private static List<DuelRecord> of(Duel duel, List<DuelRecord> records) {
        return records.stream()
                .filter(one -> one.kind().equals(duel.name()) && one.sources() == duel.sources())
                .toList();
    }

    private static DuelRecord fight(Comparer comparer, Duel duel) throws Exception {
        var request =
                new Request(
                        new Version("left", duel.left()),
                        new Version("right", duel.right()),
                        Mode.AVERAGE,
                        N,
                        BUDGET);
        return switch (comparer.begin(request, _ -> {}).await()) {
            case Verdict verdict -> DuelRecord.of(duel.name(), duel.sources(), verdict);
            case Refused refused ->
                    DuelRecord.failed(duel.name(), duel.sources(), refused.toString());
            case Object other -> throw new WrongResult(duel.name() + ": " + other);
        };
    }
}
