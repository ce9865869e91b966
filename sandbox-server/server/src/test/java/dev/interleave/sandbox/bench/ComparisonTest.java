package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.measurer.message.Frame;
import dev.interleave.measurer.message.FromMeasurer.Profiled;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareEvent.Estimate;
import dev.interleave.sandbox.result.CompareEvent.Iteration;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Claim;
import dev.interleave.sandbox.result.CompareResult.Disagreement;
import dev.interleave.sandbox.result.CompareResult.Flame;
import dev.interleave.sandbox.result.CompareResult.FlameFact;
import dev.interleave.sandbox.result.CompareResult.FlameFrame;
import dev.interleave.sandbox.result.CompareResult.Host;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.CompareResult.Refused;
import dev.interleave.sandbox.result.CompareResult.Stopped;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons in real jails; short, so nothing is said about how fast anything is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class ComparisonTest {

    private static final String SUM =
            """
            int run(int n) {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += i % 7;
                }
                return sum;
            }
            """;

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

    private static final Pace SHORT =
            new Pace(Duration.ofMillis(5), 1, 1, 2, 4, 20, 0, Duration.ofSeconds(120));

    private static final LoadPace SHORT_LOAD = new LoadPace(200, 4, 1, Duration.ofSeconds(120));

    private final List<CompareEvent> events = new CopyOnWriteArrayList<>();
    private Jails jails;
    private LocalComparer comparer;

    @BeforeAll
    void open(@TempDir Path work) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path app = MeasurerApp.in(work.resolve("app"));
        jails = Jails.open(new JailSettings(jdk, app, work.resolve("runtime"), false));
        comparer = new LocalComparer(jails, SHORT, SHORT_LOAD);
    }

    @AfterAll
    void close() {
        comparer.close();
        jails.close();
    }

    @Test
    void a_version_that_waits_is_slower_than_one_that_does_not() throws InterruptedException {
        events.clear();
        var verdict = (Verdict) compare(SLOW_SUM, SUM, Mode.THROUGHPUT);

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
        assertEventsTellTheStory();
    }

    private void assertEventsTellTheStory() {
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
        try (var tiny = new LocalComparer(jails, pace, SHORT_LOAD)) {
            var verdict = (Verdict) tiny.begin(request(SUM, SUM, Mode.THROUGHPUT), _ -> {}).await();

            assertThat(verdict.forks()).isEqualTo(2);
            assertThat(verdict.lints().stream().map(Lint::rule))
                    .containsExactly("measuring-cost", "measuring-cost");
        }
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
        var verdict = (Verdict) compare(SUM, SUM, Mode.SAMPLE);

        assertThat(verdict.unit()).isEqualTo("ns/op");
        assertThat(verdict.left().percentiles())
                .containsKeys(0.0, 25.0, 50.0, 90.0, 95.0, 99.0, 99.9, 100.0);
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

        assertThat(compare(benchmark, "long run() { return 61; }", Mode.AVERAGE))
                .isEqualTo(new Disagreement("60", "61"));
        assertThat(compare(benchmark, benchmark, Mode.AVERAGE)).isInstanceOf(Verdict.class);
    }

    /** Each phase of a load: where it compiles, and at every point. */
    @Test
    void a_load_is_stopped_in_every_phase_and_leaves_nothing_behind() throws InterruptedException {
        assertLoadStops(CompareEvent.Started.class::isInstance);
        assertLoadStops(event -> event instanceof CompareEvent.Point one && one.version() == 0);
        assertLoadStops(event -> event instanceof CompareEvent.Point one && one.point().n() == 16);
    }

    private void assertLoadStops(Predicate<CompareEvent> phase) throws InterruptedException {
        var before = jailed();
        var reached = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var heard = new CopyOnWriteArrayList<CompareEvent>();
        var version = "void run(Request request) { request.callAsync().thenRun(request::done); }";
        var running =
                comparer.begin(
                        new Comparer.Sweep(
                                List.of(new Version("a", version), new Version("b", version)),
                                Duration.ofMillis(50),
                                List.of(1, 16),
                                Duration.ofMinutes(10)),
                        event -> {
                            heard.add(event);
                            if (reached.getCount() > 0 && phase.test(event)) {
                                reached.countDown();
                                awaitQuietly(stopped);
                            }
                        });
        reached.await();
        var told = heard.size();
        if (heard.getLast() instanceof CompareEvent.Point) {
            assertThat(jailed()).hasSizeGreaterThan(before.size());
        }

        running.stop();
        stopped.countDown();

        assertThat(running.await()).isEqualTo(new Stopped());
        assertThat(heard.subList(told, heard.size()))
                .containsExactly(new CompareEvent.Ended(new Stopped()));
        // The timeout ends this if something stays.
        while (!before.containsAll(jailed())) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** JVMs that measure, by their process ids. */
    private static List<Long> jailed() {
        return ProcessHandle.current()
                .descendants()
                .filter(
                        process ->
                                process.info()
                                        .commandLine()
                                        .orElse("")
                                        .contains("measurer.run.MeasurerMain"))
                .map(ProcessHandle::pid)
                .toList();
    }

    @Test
    void versions_that_return_different_things_are_not_measured() throws InterruptedException {
        var result = compare(SUM, "long run(int n) { return n; }", Mode.AVERAGE);

        assertThat(result).isEqualTo(new Disagreement("2997", "1000"));
    }

    @Test
    void what_does_not_compile_is_told_by_its_lines() throws InterruptedException {
        var result = (Refused) compare("int run() {\n  return x;\n}", SUM, Mode.AVERAGE);

        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().getFirst().side()).isEqualTo(Side.LEFT);
        assertThat(result.problems().getFirst().line()).isEqualTo(2);
        assertThat(result.problems().getFirst().message()).contains("cannot find symbol");
    }

    @Test
    void a_version_that_throws_is_refused_with_what_it_threw() throws InterruptedException {
        var result =
                compare(SUM, "int run() { throw new IllegalStateException(\"no\"); }", Mode.SINGLE);

        assertThat(refusal(result)).contains("java.lang.IllegalStateException: no");
    }

    @Test
    void a_version_may_end_its_jvm_and_nothing_else() throws InterruptedException {
        var result = compare("int run() { System.exit(0); return 1; }", SUM, Mode.AVERAGE);

        assertThat(refusal(result)).isEqualTo("It ended its JVM.");
    }

    @Test
    void a_version_that_uses_up_its_memory_is_refused() throws InterruptedException {
        var hungry =
                """
                int run() {
                    var all = new java.util.ArrayList<long[]>();
                    while (true) {
                        all.add(new long[1 << 20]);
                    }
                }
                """;

        assertThat(refusal(compare(hungry, SUM, Mode.AVERAGE))).isEqualTo("It ran out of memory.");
    }

    /** JMH's threads and the one that talks to the supervisor are in reach of a version. */
    @Test
    void a_version_that_breaks_its_jvm_ends_only_its_own_comparison() throws InterruptedException {
        var rogue =
                """
                int run() {
                    for (var thread : Thread.getAllStackTraces().keySet()) {
                        if (thread != Thread.currentThread()) {
                            thread.interrupt();
                        }
                    }
                    return 1;
                }
                """;

        assertThat(compare(rogue, rogue, Mode.AVERAGE)).isNotNull();
        assertThat(compare(SUM, SUM, Mode.AVERAGE)).isInstanceOf(Verdict.class);
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

        var verdict = (Verdict) compare(spoilt, SUM, Mode.SINGLE);

        assertThat(verdict.lints().stream().map(Lint::rule))
                .contains("shared-state", "unstable-result", "leak");
    }

    /** Bounds that hold on any machine: no sleep is shorter than it should be. */
    @Test
    void a_pool_answers_no_more_than_its_threads_can() throws InterruptedException {
        var pool =
                """
                final ExecutorService pool = Executors.newFixedThreadPool(2);
                void run(Request request) {
                    pool.execute(() -> { request.call(); request.done(); });
                }
                """;
        var future = "void run(Request request) { request.callAsync().thenRun(request::done); }";
        var points = new CopyOnWriteArrayList<CompareEvent>();

        var curves = (CompareResult.Curves) load(points, pool, future);

        assertThat(curves.rounds()).isEqualTo(1);
        assertThat(curves.serviceMillis()).isGreaterThanOrEqualTo(50);
        var full = curves.curves().getFirst().points().getLast();
        // Two threads, four delays, and what was begun before them.
        assertThat(full.throughput().value()).isLessThanOrEqualTo(2 * (4 + 1) / 0.2 + 1e-6);
        assertThat(curves.curves())
                .allSatisfy(
                        curve ->
                                assertThat(curve.points())
                                        .allSatisfy(
                                                point ->
                                                        assertThat(point.p50().value())
                                                                .isGreaterThanOrEqualTo(50e6)));
        assertThat(points.stream().filter(CompareEvent.Point.class::isInstance)).hasSize(4);
    }

    @Test
    void what_does_not_serve_a_request_is_not_put_under_load() throws InterruptedException {
        assertThat(refusal(load(events, SUM, SUM))).startsWith("v0: It handles no requests");
        assertThat(
                        refusal(
                                load(
                                        events,
                                        "void run(Request request) { request.done(); }",
                                        "void run(Request request) { }")))
                .isEqualTo(
                        "v0: A request was done before the service had"
                                + " answered it: call(), then done().");
        assertThat(refusal(compare("void run(Request r) { r.done(); }", SUM, Mode.AVERAGE)))
                .isEqualTo("It handles requests: that is measured in the mode load.");
    }

    private CompareResult load(List<CompareEvent> heard, String... sources)
            throws InterruptedException {
        var versions = new ArrayList<Version>();
        for (var source : sources) {
            versions.add(new Version("v" + versions.size(), source));
        }
        return comparer.begin(
                        new Comparer.Sweep(
                                versions,
                                Duration.ofMillis(50),
                                List.of(1, 16),
                                Duration.ofMinutes(10)),
                        heard::add)
                .await();
    }

    @Test
    void a_comparison_is_stopped_while_it_measures() throws InterruptedException {
        var measuring = new CountDownLatch(1);
        var endless = "int run() { while (true) { Thread.onSpinWait(); } }";
        var running =
                comparer.begin(
                        request(endless, SUM, Mode.AVERAGE),
                        event -> {
                            if (event instanceof CompareEvent.Started) {
                                measuring.countDown();
                            }
                        });
        measuring.await();

        running.stop();

        assertThat(running.await()).isEqualTo(new Stopped());
    }

    /** The comparison stands still where it has come to until it is stopped. */
    @Test
    void a_comparison_is_stopped_in_every_phase() throws InterruptedException {
        assertStops(CompareEvent.Started.class::isInstance);
        assertStops(event -> event instanceof Iteration one && one.warmup());
        assertStops(event -> event instanceof Iteration one && !one.warmup());
        assertStops(Estimate.class::isInstance);
    }

    private void assertStops(Predicate<CompareEvent> phase) throws InterruptedException {
        var reached = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var heard = new CopyOnWriteArrayList<CompareEvent>();
        var running =
                comparer.begin(
                        request(SUM, SUM, Mode.AVERAGE),
                        event -> {
                            heard.add(event);
                            if (reached.getCount() > 0 && phase.test(event)) {
                                reached.countDown();
                                awaitQuietly(stopped);
                            }
                        });
        reached.await();
        var before = heard.size();

        running.stop();
        stopped.countDown();

        assertThat(running.await()).isEqualTo(new Stopped());
        assertThat(heard.getLast()).isEqualTo(new CompareEvent.Ended(new Stopped()));
        // The other JVM's iteration may have been on its way.
        assertThat(heard).hasSizeLessThanOrEqualTo(before + 2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void comparisons_wait_for_each_other_and_can_be_stopped_while_they_wait()
            throws InterruptedException {
        var places = new CopyOnWriteArrayList<CompareEvent>();
        var endless = "int run() { while (true) { Thread.onSpinWait(); } }";
        var first = comparer.begin(request(endless, SUM, Mode.AVERAGE), _ -> {});
        var second = comparer.begin(request(SUM, SUM, Mode.AVERAGE), places::add);

        second.stop();

        assertThat(second.await()).isEqualTo(new Stopped());
        assertThat(places)
                .containsExactly(new CompareEvent.Queued(1), new CompareEvent.Ended(new Stopped()));
        first.stop();
        assertThat(first.await()).isEqualTo(new Stopped());
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

        var flame = (Flame) look(boxing, Duration.ZERO);

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
        var pace = new Pace(Duration.ofMillis(50), 20, 20, 2, 4, 20, 0, Duration.ofSeconds(120));
        try (var patient = new LocalComparer(jails, pace, SHORT_LOAD)) {
            var look = new Comparer.Look(new Version("v", source), 10_000, Duration.ZERO);

            var flame = (Flame) patient.begin(look, _ -> {}).await();

            assertThat(flame.facts()).extracting(FlameFact::kind).contains("inlined", "allocation");
            assertThat(flame.facts())
                    .filteredOn(fact -> fact.kind().equals("allocation"))
                    .allSatisfy(fact -> assertThat(fact.other()).isLessThan(fact.number()));
        }
    }

    @Test
    void a_version_that_handles_requests_is_looked_into_under_load() throws InterruptedException {
        var version =
                "void run(Request request) { Thread.startVirtualThread(() -> { request.call();"
                        + " request.done(); }); }";

        assertThat(look(version, Duration.ofMillis(10))).isInstanceOf(Flame.class);
        assertThat(refusal(look(version, Duration.ZERO))).startsWith("It handles requests");
        assertThat(refusal(look(SUM, Duration.ofMillis(10)))).startsWith("It handles no requests");
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
                        .flame(1, 1, new Host("25", "Linux", 2, List.of(), 0, 0, false));

        assertThat(flame.samples()).isEqualTo(15);
        assertThat(flame.frames()).extracting(FlameFrame::depth).containsExactly(0, 1, 1, 0);
        assertThat(flame.frames()).extracting(FlameFrame::total).containsExactly(7, 2, 4, 8);
        assertThat(flame.facts()).extracting(FlameFact::kind).containsExactly("allocation");
    }

    private CompareResult look(String source, Duration delay) throws InterruptedException {
        return comparer.begin(new Comparer.Look(new Version("v", source), 1000, delay), events::add)
                .await();
    }

    private CompareResult compare(String left, String right, Mode mode)
            throws InterruptedException {
        return comparer.begin(request(left, right, mode), events::add).await();
    }

    private static Comparer.Request request(String left, String right, Mode mode) {
        return new Request(
                new Version("left", left),
                new Version("right", right),
                mode,
                1000,
                Duration.ofMinutes(10));
    }

    private static String refusal(CompareResult result) {
        return ((Refused) result).problems().getFirst().message();
    }
}
