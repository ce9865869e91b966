package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.TraceEnd.Note;
import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.sandbox.result.TracedTask.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Programs whose tasks, trees and graphs are known, in one session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class TracedTasksTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private TestSandbox sandbox;
    private Session session;

    @BeforeAll
    void open() {
        sandbox = TestSandbox.open();
        session = sandbox.session();
        TestSandbox.run(
                        session,
                        """
                        import java.util.concurrent.*;
                        import java.util.concurrent.StructuredTaskScope.*;
                        void pass(CountDownLatch latch) {
                            try { latch.await(); } catch (InterruptedException e) { throw new RuntimeException(e); }
                        }
                        """)
                .assertEnded(Status.OK);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    private Traced trace(String source) {
        Ran ran = new Ran(source);
        session.run(new Cell(source, TIMEOUT, true), ran);
        return Traced.of(ran.assertEnded(Status.OK));
    }

    private static List<State> states(List<TracedTask> tasks) {
        return tasks.stream().map(TracedTask::state).toList();
    }

    private static List<String> kinds(Traced traced) {
        return traced.notes();
    }

    @Test
    void a_fork_that_fails_cancels_the_others_and_is_named_as_the_reason() {
        var traced =
                trace(
                        """
                        var begun = new CountDownLatch(1);
                        String outcome;
                        try (var scope = StructuredTaskScope.open()) {
                            scope.fork(() -> "done");
                            scope.fork(() -> { begun.countDown(); Thread.sleep(600_000); return 1; });
                            scope.fork(() -> { begun.await(); throw new IllegalStateException(); });
                            scope.join();
                            outcome = "joined";
                        } catch (FailedException e) {
                            outcome = "failed";
                        }
                        outcome
                        """);
        var forks = traced.tasks("fork");
        assertThat(states(forks)).contains(State.CANCELLED, State.FAILED);
        assertThat(forks).extracting(TracedTask::line).containsExactly(4, 5, 6);
        assertThat(forks).extracting(TracedTask::kind).containsOnly(TracedTask.Kind.SUBTASK);
        assertThat(forks)
                .extracting(TracedTask::group)
                .allMatch(group -> group.startsWith("StructuredTaskScope@"))
                .containsOnly(forks.getFirst().group());
        assertThat(forks.get(2).failure()).isEqualTo("IllegalStateException");
        assertThat(forks.get(2).because()).isNull();
        assertThat(forks.get(1).because()).isEqualTo("fork in line 6 failed");
        assertThat(forks.get(1).cause()).isEqualTo(forks.get(2).id());
        assertThat(kinds(traced)).doesNotContain("lost-exception", "not-joined");
    }

    @Test
    void the_first_success_cancels_those_that_lose() {
        var traced =
                trace(
                        """
                        String first;
                        try (var scope = StructuredTaskScope.open(Joiner.<String>anySuccessfulResultOrThrow())) {
                            scope.fork(() -> { Thread.sleep(600_000); return "slow"; });
                            scope.fork(() -> "fast");
                            first = scope.join();
                        }
                        first
                        """);
        var forks = traced.tasks("fork");
        assertThat(forks.get(0).state()).isEqualTo(State.CANCELLED);
        assertThat(forks.get(0).because()).isEqualTo("fork in line 4 succeeded");
        assertThat(forks.get(1).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void a_scope_whose_time_is_up_cancels_its_forks() {
        var traced =
                trace(
                        """
                        String ended;
                        try (var scope = StructuredTaskScope.open(Joiner.awaitAll(), c -> c.withTimeout(Duration.ofMillis(20)))) {
                            scope.fork(() -> { try { Thread.sleep(600_000); } catch (InterruptedException e) { } });
                            scope.join();
                            ended = "joined";
                        } catch (StructuredTaskScope.TimeoutException e) {
                            ended = "time is up";
                        }
                        ended
                        """);
        var fork = traced.task("fork");
        assertThat(fork.state()).isEqualTo(State.CANCELLED);
        assertThat(fork.because()).isEqualTo("the time of its scope was up");
    }

    @Test
    void shutdown_now_interrupts_what_runs_and_drops_what_waits() {
        var traced =
                trace(
                        """
                        var one = Executors.newFixedThreadPool(1);
                        var running = new CountDownLatch(1);
                        one.submit(() -> { running.countDown(); Thread.sleep(600_000); return 1; });
                        one.submit(() -> 2);
                        running.await();
                        one.shutdownNow();
                        one.awaitTermination(60, TimeUnit.SECONDS);
                        """);
        var tasks = traced.tasks("submit");
        assertThat(states(tasks)).containsExactly(State.FAILED, State.WAITING);
        assertThat(tasks.get(0).failure()).isEqualTo("InterruptedException");
        assertThat(tasks).extracting(TracedTask::because).containsOnly("shutdownNow()");
        assertThat(tasks).extracting(TracedTask::started).element(1).isNull();
        assertThat(tasks.get(0).group()).startsWith("ThreadPoolExecutor@");
        assertThat(kinds(traced)).doesNotContain("lost-exception", "leaked-executor");
    }

    @Test
    void a_failure_that_nobody_asks_for_is_told_and_one_that_is_asked_for_is_not() {
        var traced =
                trace(
                        """
                        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                            pool.submit(() -> { throw new IllegalStateException("lost"); });
                            var asked = pool.submit(() -> { throw new IllegalArgumentException("asked"); });
                            try { asked.get(); } catch (ExecutionException e) { }
                        }
                        """);
        assertThat(traced.tasks("submit"))
                .extracting(TracedTask::failure)
                .containsExactly("IllegalStateException", "IllegalArgumentException");
        assertThat(traced.end().notes())
                .filteredOn(note -> note.kind().equals("lost-exception"))
                .singleElement()
                .satisfies(
                        note -> {
                            assertThat(note.line()).isEqualTo(2);
                            assertThat(note.text()).contains("IllegalStateException");
                        });
    }

    @Test
    void an_exception_that_ends_a_thread_is_told() {
        var traced =
                trace(
                        """
                        var doomed = Thread.ofVirtual().name("doomed").start(() -> { throw new IllegalStateException(); });
                        doomed.join();
                        """);
        assertThat(traced.end().notes())
                .filteredOn(note -> note.kind().equals("lost-exception"))
                .extracting(Note::text)
                .singleElement()
                .asString()
                .contains("doomed ended with IllegalStateException");
    }

    @Test
    void a_chain_of_stages_is_a_graph_with_its_path_of_failure() {
        var traced =
                trace(
                        """
                        var gate = new CountDownLatch(1);
                        var price = CompletableFuture.supplyAsync(() -> { pass(gate); return 20; });
                        var rate = new CompletableFuture<Integer>();
                        var total = price.thenCombine(rate, (p, r) -> p / r);
                        var text = total.thenApply(n -> "total " + n);
                        var safe = text.exceptionally(e -> "unknown");
                        gate.countDown();
                        rate.complete(0);
                        safe.join()
                        """);
        var price = traced.task("supplyAsync");
        var rate = traced.task("new CompletableFuture");
        var total = traced.task("thenCombine");
        var text = traced.task("thenApply");
        var safe = traced.task("exceptionally");
        assertThat(total.inputs()).containsExactly(price.id(), rate.id());
        assertThat(text.inputs()).containsExactly(total.id());
        assertThat(safe.inputs()).containsExactly(text.id());
        assertThat(states(List.of(price, rate, total, text, safe)))
                .containsExactly(
                        State.SUCCEEDED,
                        State.SUCCEEDED,
                        State.FAILED,
                        State.FAILED,
                        State.SUCCEEDED);
        assertThat(total.failure()).isEqualTo("ArithmeticException");
        assertThat(total.because()).isNull();
        assertThat(text.because()).isEqualTo("thenCombine in line 4 failed");
        assertThat(text.cause()).isEqualTo(total.id());
        assertThat(price.started()).isNotNull();
        assertThat(price.runner()).isNotZero();
        assertThat(kinds(traced)).doesNotContain("lost-exception");
    }

    @Test
    void all_any_composed_and_timed_stages_are_in_the_graph() {
        var traced =
                trace(
                        """
                        var never = new CompletableFuture<String>();
                        var open = new CountDownLatch(1);
                        var left = CompletableFuture.supplyAsync(() -> { pass(open); return "a"; });
                        var right = left.thenCompose(a -> CompletableFuture.supplyAsync(() -> a + "b"));
                        var both = CompletableFuture.allOf(left, right);
                        var one = CompletableFuture.anyOf(never, right);
                        var late = never.copy().orTimeout(10, TimeUnit.MILLISECONDS).handle((v, e) -> "late");
                        open.countDown();
                        both.join();
                        one.join();
                        late.join();
                        """);
        var outer = traced.tasks("supplyAsync");
        assertThat(outer).hasSize(2);
        var composed = traced.task("thenCompose");
        assertThat(traced.task("allOf").inputs()).containsExactly(outer.get(0).id(), composed.id());
        assertThat(traced.task("anyOf").inputs()).contains(composed.id()).hasSize(2);
        assertThat(composed.inputs()).contains(outer.get(0).id());
        assertThat(traced.task("handle").state()).isEqualTo(State.SUCCEEDED);
        assertThat(traced.end().tasks())
                .filteredOn(task -> "TimeoutException".equals(task.failure()))
                .hasSize(1);
        assertThat(kinds(traced)).doesNotContain("lost-exception");
    }

    @Test
    void a_stage_whose_failure_nobody_sees_is_told() {
        var traced =
                trace(
                        """
                        var ready = new CountDownLatch(1);
                        var failing = CompletableFuture.runAsync(() -> { pass(ready); throw new IllegalStateException(); });
                        var after = failing.thenRun(() -> { });
                        ready.countDown();
                        while (!after.isDone()) Thread.sleep(1);
                        """);
        assertThat(traced.end().notes())
                .filteredOn(note -> note.kind().equals("lost-exception"))
                .extracting(Note::line)
                .containsExactly(2);
    }

    @Test
    void a_loop_that_only_looks_is_a_busy_wait() {
        var traced =
                trace(
                        """
                        class Flag { volatile boolean up; }
                        var flag = new Flag();
                        var spinner = Thread.ofPlatform().name("spinner").start(() -> {
                            while (!flag.up) Thread.onSpinWait();
                        });
                        var end = System.nanoTime() + 200_000_000;
                        while (System.nanoTime() < end) Thread.sleep(5);
                        flag.up = true;
                        spinner.join();
                        """);
        assertThat(traced.end().notes())
                .filteredOn(note -> note.kind().equals("busy-wait"))
                .singleElement()
                .satisfies(
                        note -> {
                            assertThat(note.line()).isEqualTo(4);
                            assertThat(note.text()).contains("spinner");
                        });
    }

    @Test
    void a_queue_without_a_bound_that_grows_is_told() {
        var traced =
                trace(
                        """
                        var shelf = new LinkedBlockingQueue<Integer>();
                        var end = System.nanoTime() + 300_000_000;
                        for (int i = 0; i < 3_000 || System.nanoTime() < end; i++) {
                            shelf.add(i);
                            if (i % 10 == 0) Thread.sleep(1);
                        }
                        """);
        assertThat(traced.end().notes())
                .filteredOn(note -> note.kind().equals("unbounded-queue"))
                .extracting(Note::line)
                .containsExactly(1);
    }
}
