package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.sandbox.result.CompareResult.Claim;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Counts what was claimed in duels of which the truth is known. */
final class DuelCounts {

    private final Bench bench;
    private final String name;
    private final boolean same;
    private final List<DuelRecord> duels;

    /**
     * @param same whether both versions were the same; otherwise the left one was faster
     */
    DuelCounts(Bench bench, String name, boolean same, List<DuelRecord> duels) {
        this.bench = bench;
        this.name = name;
        this.same = same;
        this.duels = duels;
    }

    /** Tells what we claimed, and what others would have claimed of the same iterations. */
    void tell() {
        var failed = (int) duels.stream().filter(duel -> !duel.measured()).count();
        if (failed > 0) {
            bench.tell(name + ".failed", "duels", failed, share(failed, duels.size()));
        }
        var measured = duels.stream().filter(DuelRecord::measured).toList();
        if (measured.isEmpty()) {
            return;
        }
        count("", measured, DuelRecord::claim);
        var repeated = measured.stream().filter(DuelRecord::repeated).toList();
        if (!repeated.isEmpty()) {
            count(".jmh-bars", repeated, Bars::byBars);
            var random = new SplittableRandom(bench.amounts().seed());
            count(".bootstrap", repeated, duel -> Bars.byBootstrap(duel, random));
        }
        values("ratio", "ratio", measured, DuelRecord::ratio);
        values("seconds", "s", measured, DuelRecord::seconds);
    }

    private void count(String by, List<DuelRecord> measured, Function<DuelRecord, Claim> claimOf) {
        var claims = measured.stream().map(claimOf).toList();
        var left = (int) claims.stream().filter(Claim.LEFT_FASTER::equals).count();
        var right = (int) claims.stream().filter(Claim.RIGHT_FASTER::equals).count();
        var all = claims.size();
        if (same) {
            bench.tell(name + ".false" + by, "claims", left + right, share(left + right, all));
        } else {
            bench.tell(name + ".found" + by, "claims", left, share(left, all));
            bench.tell(name + ".wrong" + by, "claims", right, share(right, all));
        }
    }

    private static String share(int count, int of) {
        return new Share(count, of).toString();
    }

    private void values(
            String what, String unit, List<DuelRecord> of, ToDoubleFunction<DuelRecord> value) {
        bench.tell(
                name + "." + what,
                unit,
                of.stream().mapToDouble(value).boxed().toList(),
                of.size() + " duels");
    }
}
