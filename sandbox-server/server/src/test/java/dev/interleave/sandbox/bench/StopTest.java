package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareEvent.Estimate;
import dev.interleave.sandbox.result.CompareEvent.Iteration;
import dev.interleave.sandbox.result.CompareResult.Stopped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stop in every phase of comparisons in real jails, and comparisons that wait. */
@ExtendWith(ComparingResolver.class)
@Timeout(600)
class StopTest {

    private final Comparing comparing;

    StopTest(Comparing comparing) {
        this.comparing = comparing;
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
                comparing
                        .comparer()
                        .begin(
                                new Comparer.Sweep(
                                        List.of(
                                                new Version("a", version),
                                                new Version("b", version)),
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
    void a_comparison_is_stopped_while_it_measures() throws InterruptedException {
        var measuring = new CountDownLatch(1);
        var endless = "int run() { while (true) { Thread.onSpinWait(); } }";
        var running =
                comparing
                        .comparer()
                        .begin(
                                Comparing.request(endless, Comparing.SUM, Mode.AVERAGE),
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
                comparing
                        .comparer()
                        .begin(
                                Comparing.request(Comparing.SUM, Comparing.SUM, Mode.AVERAGE),
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
        var first =
                comparing
                        .comparer()
                        .begin(Comparing.request(endless, Comparing.SUM, Mode.AVERAGE), _ -> {});
        var second =
                comparing
                        .comparer()
                        .begin(
                                Comparing.request(Comparing.SUM, Comparing.SUM, Mode.AVERAGE),
                                places::add);

        second.stop();

        assertThat(second.await()).isEqualTo(new Stopped());
        assertThat(places)
                .containsExactly(new CompareEvent.Queued(1), new CompareEvent.Ended(new Stopped()));
        first.stop();
        assertThat(first.await()).isEqualTo(new Stopped());
    }
}
