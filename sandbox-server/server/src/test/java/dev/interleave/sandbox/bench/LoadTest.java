package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions under load in real jails; bounds that hold on any machine. */
@ExtendWith(ComparingResolver.class)
@Timeout(600)
class LoadTest {

    private final Comparing comparing;

    LoadTest(Comparing comparing) {
        this.comparing = comparing;
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

        var curves = (CompareResult.Curves) comparing.load(points::add, pool, future);

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
        assertThat(Comparing.refusal(comparing.load(_ -> {}, Comparing.SUM, Comparing.SUM)))
                .startsWith("v0: It handles no requests");
        assertThat(
                        Comparing.refusal(
                                comparing.load(
                                        _ -> {},
                                        "void run(Request request) { request.done(); }",
                                        "void run(Request request) { }")))
                .isEqualTo(
                        "v0: A request was done before the service had"
                                + " answered it: call(), then done().");
        assertThat(
                        Comparing.refusal(
                                comparing.compare(
                                        "void run(Request r) { r.done(); }",
                                        Comparing.SUM,
                                        Mode.AVERAGE)))
                .isEqualTo("It handles requests: that is measured in the mode load.");
    }
}
