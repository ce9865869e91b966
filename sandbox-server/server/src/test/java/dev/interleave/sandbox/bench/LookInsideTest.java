package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.measurer.message.Frame;
import dev.interleave.measurer.message.FromMeasurer.Profiled;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.result.CompareResult.Flame;
import dev.interleave.sandbox.result.CompareResult.FlameFact;
import dev.interleave.sandbox.result.CompareResult.FlameFrame;
import dev.interleave.sandbox.result.CompareResult.Host;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the time of a version goes, in real jails. */
@ExtendWith(ComparingResolver.class)
@Timeout(600)
class LookInsideTest {

    /** So long that the second compiler has its turn. */
    private static final Pace PATIENT =
            new Pace(Duration.ofMillis(50), 20, 20, 2, 4, 20, 0, Duration.ofSeconds(120));

    private final Comparing comparing;

    LookInsideTest(Comparing comparing) {
        this.comparing = comparing;
    }

    @Test
    void where_the_time_of_a_version_goes_can_be_seen() throws InterruptedException {
        var boxing =
                """
                int run(int n) {
                    Integer sum = 0;
                    for (int i = 0; i < 100 * n; i++) {
                        sum = mix(sum, i);
                    }
                    return sum;
                }
                Integer mix(Integer sum, int i) {
                    return sum % 1009 * 31 + i;
                }
                """;

        var flame = (Flame) comparing.look(boxing, Duration.ZERO);

        assertThat(flame.samples()).isPositive();
        var run = flame.frames().getFirst();
        assertThat(run.type() + "." + run.method()).isEqualTo("Version.run");
        assertThat(run.own()).isTrue();
        assertThat(flame.frames().stream().mapToInt(FlameFrame::samples).sum())
                .isEqualTo(flame.samples());
        assertThat(flame.frames())
                .noneMatch(frame -> frame.type().startsWith("dev.interleave.measurer"));
        assertThat(flame.facts())
                .anySatisfy(
                        fact -> {
                            assertThat(fact.kind()).isEqualTo("bytecode");
                            assertThat(fact.method()).isEqualTo("run()");
                            assertThat(fact.number()).isBetween(10L, 100L);
                        })
                .anySatisfy(
                        fact -> {
                            assertThat(fact.kind()).isEqualTo("boxing");
                            assertThat(fact.method()).isEqualTo("mix()");
                            assertThat(fact.detail()).isEqualTo("Integer");
                        });
    }

    @Test
    void what_the_jit_made_of_a_version_is_told_as_facts() throws InterruptedException {
        var source =
                """
                record Point(int x, int y) {}
                int run(int n) {
                    int sum = 0;
                    for (int i = 0; i < n; i++) {
                        var point = new Point(i, n);
                        sum += point.x() * point.y();
                    }
                    return sum;
                }
                """;
        var patient = comparing.comparer().at(PATIENT);
        var look = new Comparer.Look(new Version("v", source), 10_000, Duration.ZERO);

        var flame = (Flame) patient.begin(look, _ -> {}).await();

        assertThat(flame.facts()).extracting(FlameFact::kind).contains("inlined", "allocation");
        assertThat(flame.facts())
                .filteredOn(fact -> fact.kind().equals("allocation"))
                .allSatisfy(fact -> assertThat(fact.other()).isLessThan(fact.number()));
    }

    /** Every so often it goes a way that it never went, of which compiled code knows nothing. */
    @Test
    void a_version_whose_compiled_code_did_not_hold_is_told() throws InterruptedException {
        var source =
                """
                final long begun = System.nanoTime();
                int run(int n) {
                    long stage = (System.nanoTime() - begun) / 150_000_000;
                    int sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += i % 7;
                        if (stage == 3) { sum ^= i; }
                        if (stage == 5) { sum -= 3 * i; }
                        if (stage == 7) { sum *= 31; }
                        if (stage == 9) { sum += n / (i + 1); }
                    }
                    return sum;
                }
                """;
        var look = new Comparer.Look(new Version("v", source), 1000, Duration.ZERO);

        var flame = (Flame) comparing.comparer().at(PATIENT).begin(look, _ -> {}).await();

        assertThat(flame.facts())
                .filteredOn(fact -> fact.kind().equals("deoptimized"))
                .isNotEmpty()
                .allSatisfy(
                        fact -> {
                            assertThat(fact.method()).isEqualTo("run()");
                            assertThat(fact.detail()).isNotBlank();
                            assertThat(fact.number()).isPositive();
                            assertThat(fact.other()).isBetween(0L, fact.number());
                        });
    }

    @Test
    void a_version_that_handles_requests_is_looked_into_under_load() throws InterruptedException {
        var version =
                "void run(Request request) { Thread.startVirtualThread(() -> { request.call();"
                        + " request.done(); }); }";

        assertThat(comparing.look(version, Duration.ofMillis(10))).isInstanceOf(Flame.class);
        assertThat(Comparing.refusal(comparing.look(version, Duration.ZERO)))
                .startsWith("It handles requests");
        assertThat(Comparing.refusal(comparing.look(Comparing.SUM, Duration.ofMillis(10))))
                .startsWith("It handles no requests");
    }

    /** What a jail tells of a tree is only a list of depths. */
    @Test
    void a_frame_never_weighs_more_than_the_one_it_is_in() {
        var told =
                new Profiled(
                        "jdk.ExecutionSample",
                        1000,
                        List.of(
                                new Frame(0, "Version", "run", true, 1),
                                new Frame(7, "Version", "deep", true, 2),
                                new Frame(1, "Version", "other", true, 4),
                                new Frame(0, "", "rest", false, 8)),
                        List.of());

        var flame =
                new Flames("v", told, new LookInside.Allocation(100, 10))
                        .flame(1, 1, new Host("25", "Linux", 2, List.of(), 0, 0, 0, false));

        assertThat(flame.samples()).isEqualTo(15);
        assertThat(flame.frames()).extracting(FlameFrame::depth).containsExactly(0, 1, 1, 0);
        assertThat(flame.frames()).extracting(FlameFrame::total).containsExactly(7, 2, 4, 8);
        assertThat(flame.facts()).extracting(FlameFact::kind).containsExactly("allocation");
    }
}
