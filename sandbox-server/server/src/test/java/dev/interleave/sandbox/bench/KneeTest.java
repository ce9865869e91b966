package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interleave.sandbox.Comparer.Sweep;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.LoadPoint;
import dev.interleave.sandbox.result.Mean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Curves of which the truth is known. */
class KneeTest {

    private static final List<Integer> SWEEP = List.of(1, 2, 4, 8, 16, 32, 64);
    private static final double DELAY = 0.02;

    @Test
    void a_pool_of_k_threads_levels_off_at_k() {
        assertThat(Knee.of(points(16, 0, new Random(1)), DELAY)).isCloseTo(16, within(0.1));
        assertThat(Knee.of(points(5, 0, new Random(1)), DELAY)).isCloseTo(5, within(0.05));
    }

    @Test
    void what_does_not_level_off_has_no_knee() {
        assertThat(Knee.of(points(1000, 0, new Random(1)), DELAY)).isNaN();
        assertThat(Knee.of(points(1000, 0.02, new Random(1)), DELAY)).isNaN();
    }

    /** At 99 per cent; of a thousand, six in a hundred would be far too many. */
    @Test
    void the_interval_holds_the_true_knee() {
        var random = new Random(42);
        var missed = 0;
        for (var run = 0; run < 1000; run++) {
            var rounds = new ArrayList<List<List<LoadPoint>>>();
            for (var round = 0; round < 5; round++) {
                rounds.add(List.of(points(12, 0.05, random)));
            }
            var knee = curves(rounds).curves().getFirst().knee();
            if (knee.low() > 12 || knee.high() < 12) {
                missed++;
            }
        }
        assertThat(missed).isLessThan(60);
    }

    @Test
    void versions_part_where_the_smaller_pool_is_full() {
        var rounds = new ArrayList<List<List<LoadPoint>>>();
        var random = new Random(3);
        for (var round = 0; round < 5; round++) {
            rounds.add(List.of(points(8, 0.02, random), points(1000, 0.02, random)));
        }
        var result = curves(rounds);

        assertThat(result.crossings()).hasSize(1);
        var crossing = result.crossings().getFirst();
        assertThat(crossing.faster()).isEqualTo(1);
        assertThat(crossing.n().value()).isBetween(8.0, 16.0);
        assertThat(result.message())
                .contains("b keeps up with all requests up to n = 64")
                .contains("on, b answers 95 % of requests faster than a");
        assertThat(result.curves().getFirst().points().getLast().throughput().value())
                .isCloseTo(8 / DELAY, within(40.0));
    }

    @Test
    void a_version_beside_itself_has_no_crossing() {
        var rounds = new ArrayList<List<List<LoadPoint>>>();
        var random = new Random(4);
        for (var round = 0; round < 5; round++) {
            rounds.add(List.of(points(8, 0.02, random), points(8, 0.02, random)));
        }
        assertThat(curves(rounds).crossings()).isEmpty();
    }

    @Test
    void without_a_round_nothing_is_said() {
        assertThat(curves(List.of()).message()).startsWith("Too short to tell");
    }

    private static CompareResult.Curves curves(List<List<List<LoadPoint>>> rounds) {
        var versions =
                rounds.isEmpty() || rounds.getFirst().size() == 1
                        ? List.of(new Version("a", ""))
                        : List.of(new Version("a", ""), new Version("b", ""));
        var sweep = new Sweep(versions, Duration.ofMillis(20), SWEEP, Duration.ofSeconds(60));
        return (CompareResult.Curves)
                new Curves(sweep, rounds, versions.stream().map(_ -> Mean.UNKNOWN).toList())
                        .result(List.of(), 1, null, List.of());
    }

    /** What theory says, with so much noise: beyond k requests wait for a second on average. */
    private static List<LoadPoint> points(int k, double noise, Random random) {
        return SWEEP.stream()
                .map(
                        n -> {
                            var factor = Math.exp(noise * random.nextGaussian());
                            var wait = n > k ? 0.5 * (n - k) / n : 0;
                            var nanos = (DELAY + wait) * 1e9 / factor;
                            return new LoadPoint(
                                    n, Math.min(n, k) / DELAY * factor, nanos, nanos, nanos, 0);
                        })
                .toList();
    }
}
