package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareEvent.Estimate;
import dev.interleave.sandbox.result.CompareEvent.Iteration;
import dev.interleave.sandbox.result.CompareResult.Claim;
import dev.interleave.sandbox.result.CompareResult.Disagreement;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.CompareResult.Means;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Comparisons in real jails; short, so nothing is said about how fast anything is. */
@ExtendWith(ComparingResolver.class)
@Timeout(600)
class ComparisonTest {

    private static final String SLOW_SUM =
            """
            int run(int n) throws InterruptedException {
                Thread.sleep(20);
                int sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += i % 7;
                }
                return sum;
            }
            """;

    private final Comparing comparing;

    ComparisonTest(Comparing comparing) {
        this.comparing = comparing;
    }

    @Test
    void a_version_that_waits_is_slower_than_one_that_does_not() throws InterruptedException {
        var events = new ArrayList<CompareEvent>();
        var request = Comparing.request(SLOW_SUM, Comparing.SUM, Mode.THROUGHPUT);
        var comparer = comparing.comparer().at(Comparing.pace(4));
        var verdict = (Verdict) comparer.begin(request, events::add).await();

        // So few and so short iterations may be too noisy even for a thousandfold difference.
        assertThat(verdict.claim()).isIn(Claim.RIGHT_FASTER, Claim.TOO_NOISY);
        assertThat(verdict.ratio().value()).isLessThan(0.5);
        assertThat(verdict.ratio().low()).isLessThan(verdict.ratio().value());
        assertThat(verdict.forks()).isEqualTo(4);
        assertThat(verdict.unit()).isEqualTo("ops/s");
        assertThat(verdict.message()).isNotBlank();
        assertThat(verdict.left().raw()).hasSize(4).allSatisfy(fork -> assertThat(fork).hasSize(2));
        assertThat(verdict.host().processors()).isPositive();
        assertThat(verdict.host().flags()).contains("-XX:+UseSerialGC");
        assertThat(verdict.lints()).isEmpty();
        assertThat(verdict.left().threads()).isPositive();
        assertThat(verdict.host().steal()).isBetween(0.0, 1.0);
        assertNumbersHaveIntervals(verdict.left().means());
        assertTellTheStory(events);
    }

    private static void assertNumbersHaveIntervals(Means means) {
        assertThat(
                        List.of(
                                means.score(),
                                means.cpuNanosPerCall(),
                                means.allocatedBytesPerCall(),
                                means.threads()))
                .allSatisfy(
                        mean -> {
                            assertThat(mean.jvms()).isEqualTo(4);
                            assertThat(mean.value()).isPositive();
                            assertThat(mean.low()).isLessThanOrEqualTo(mean.value());
                            assertThat(mean.high()).isBetween(mean.value(), Double.MAX_VALUE);
                        });
    }

    private static void assertTellTheStory(List<CompareEvent> events) {
        assertThat(events.getFirst()).isInstanceOf(CompareEvent.Started.class);
        assertThat(events.getLast()).isInstanceOf(CompareEvent.Ended.class);
        assertThat(events.stream().filter(Estimate.class::isInstance)).hasSize(4);
        var counted =
                events.stream()
                        .filter(e -> e instanceof Iteration one && !one.warmup())
                        .map(Iteration.class::cast)
                        .toList();
        assertThat(counted.stream().filter(one -> one.fork() == 1).map(Iteration::side))
                .containsExactly(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT);
        assertThat(counted).allSatisfy(one -> assertThat(one.score()).isPositive());
    }

    /** Here every call counts as tiny, as nobody knows how fast this machine is. */
    @Test
    void where_calls_are_tiny_an_empty_one_is_measured_beside_them() throws InterruptedException {
        var pace =
                new Pace(
                        Duration.ofMillis(5),
                        1,
                        1,
                        2,
                        2,
                        1,
                        Double.POSITIVE_INFINITY,
                        Duration.ofSeconds(120));
        var tiny = comparing.comparer().at(pace);

        var request = Comparing.request(Comparing.SUM, Comparing.SUM, Mode.THROUGHPUT);
        var verdict = (Verdict) tiny.begin(request, _ -> {}).await();

        assertThat(verdict.forks()).isEqualTo(2);
        assertThat(verdict.lints().stream().map(Lint::rule))
                .containsExactly("measuring-cost", "measuring-cost");
    }

    @Test
    void a_difference_no_larger_than_what_measuring_costs_is_told_as_such() {
        var cost = new MeasuringCost(0.7);

        assertThat(cost.warning(1.5, 1.1)).contains("0.40 ns").contains("0.70 ns");
        assertThat(cost.warning(1.1, 3)).isEmpty();
        assertThat(cost.lint(Side.RIGHT, 1.5).message()).contains("1.50 ns");
    }

    @Test
    void single_calls_have_a_distribution() throws InterruptedException {
        var verdict = (Verdict) comparing.compare(Comparing.SUM, Comparing.SUM, Mode.SAMPLE);

        assertThat(verdict.unit()).isEqualTo("ns/op");
        assertThat(verdict.left().percentiles())
                .containsKeys(0.0, 25.0, 50.0, 90.0, 95.0, 99.0, 99.9, 100.0);
        assertThat(verdict.left().means().percentiles())
                .containsOnlyKeys(verdict.left().percentiles().keySet());
    }

    /** What they return is compared, so the states were made, filled and set up. */
    @Test
    void a_benchmark_that_was_written_for_jmh_is_measured_as_it_is() throws InterruptedException {
        var benchmark =
                """
                import org.openjdk.jmh.annotations.*;
                import org.openjdk.jmh.infra.Blackhole;
                @State(Scope.Benchmark)
                public class MyBenchmark {
                    @Param("3") long factor;
                    @State(Scope.Thread)
                    public static class Input {
                        @Param({"10", "20"}) int size;
                        int[] values;
                        @Setup public void fill() {
                            values = new int[size];
                            java.util.Arrays.fill(values, 2);
                        }
                    }
                    @Benchmark public long sum(Blackhole hole, Input input) {
                        long sum = 0;
                        for (int value : input.values) { sum += value * factor; }
                        return sum;
                    }
                }
                """;

        assertThat(comparing.compare(benchmark, "long run() { return 61; }", Mode.AVERAGE))
                .isEqualTo(new Disagreement("60", "61"));
        assertThat(comparing.compare(benchmark, benchmark, Mode.AVERAGE))
                .isInstanceOf(Verdict.class);
    }

    @Test
    void what_may_spoil_a_measurement_is_told() throws InterruptedException {
        var spoilt =
                """
                int calls;
                int run() {
                    Thread.ofPlatform().daemon(false).start(() -> {
                        try { Thread.sleep(60_000); } catch (InterruptedException e) { }
                    });
                    return ++calls;
                }
                """;

        var verdict = (Verdict) comparing.compare(spoilt, Comparing.SUM, Mode.SINGLE);

        assertThat(verdict.lints().stream().map(Lint::rule))
                .contains("shared-state", "unstable-result", "leak");
    }
}
