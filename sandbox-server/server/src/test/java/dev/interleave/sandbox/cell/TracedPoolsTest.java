package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.TraceEnd.Note;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.sandbox.result.TracedThread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pools that split work, and waits of which the JDK itself says little. */
@Timeout(300)
class TracedPoolsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final String HELPERS =
            """
            import java.nio.channels.*;
            import java.util.concurrent.locks.*;
            void await(Thread thread, Thread.State... states) {
                while (!List.of(states).contains(thread.getState())) Thread.yield();
            }
            """;

    private TestSandbox sandbox;
    private Session session;

    @BeforeEach
    void open() {
        sandbox = TestSandbox.open();
        session = sandbox.session();
        TestSandbox.run(session, HELPERS).assertEnded(Status.OK);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Traced trace(String source) {
        Ran ran = new Ran(source);
        session.run(new Cell(source, TIMEOUT, true), ran);
        return Traced.of(ran.assertEnded(Status.OK));
    }

    private static List<String> texts(Traced traced, String kind) {
        return traced.end().notes().stream()
                .filter(note -> note.kind().equals(kind))
                .map(Note::text)
                .toList();
    }

    @Test
    void work_that_is_split_is_told_part_by_part() {
        var traced =
                trace(
                        """
                        class Sum extends RecursiveTask<Integer> {
                            final int from, to;
                            Sum(int from, int to) { this.from = from; this.to = to; }
                            protected Integer compute() {
                                if (to - from == 1) return from;
                                int middle = (from + to) / 2;
                                var left = new Sum(from, middle);
                                left.fork();
                                return new Sum(middle, to).compute() + left.join();
                            }
                        }
                        try (var pool = new ForkJoinPool(2)) { pool.invoke(new Sum(0, 8)); }
                        """);
        var root = traced.task("submit");
        assertThat(root.state()).isEqualTo(TracedTask.State.SUCCEEDED);
        assertThat(root.line()).isEqualTo(12);
        assertThat(traced.tasks("ForkJoinTask.fork"))
                .hasSize(7)
                .allMatch(task -> task.line() == 8)
                .allMatch(task -> task.state() == TracedTask.State.SUCCEEDED)
                .allMatch(task -> task.started() >= task.from() && task.ended() <= root.ended())
                .allMatch(task -> task.group().equals(root.group()));
        assertThat(traced.threads())
                .filteredOn(thread -> thread.id() == root.runner())
                .extracting(TracedThread::group)
                .containsExactly(root.group());
    }

    @Test
    void a_worker_that_has_nothing_to_do_is_parked() {
        var traced =
                trace(
                        """
                        var pool = new ForkJoinPool(1);
                        var worker = pool.submit(() -> Thread.currentThread()).get();
                        await(worker, Thread.State.WAITING, Thread.State.TIMED_WAITING);
                        Thread.sleep(200);
                        pool.close();
                        """);
        var worker = traced.task("submit").runner();
        assertThat(traced.spans())
                .filteredOn(span -> span.thread() == worker && span.state() == State.PARKED)
                .anyMatch(span -> span.millis() > 150 && span.on().startsWith("ForkJoinPool@"));
    }

    @Test
    void a_failure_in_a_pool_that_nobody_asks_for_is_told() {
        var traced =
                trace(
                        """
                        var pool = new ForkJoinPool(1);
                        Runnable fails = () -> { throw new IllegalStateException(); };
                        var asked = pool.submit(fails);
                        try { asked.get(); } catch (ExecutionException e) { }
                        var lost = pool.submit(fails);
                        while (pool.hasQueuedSubmissions() || pool.getActiveThreadCount() > 0) Thread.yield();
                        """);
        assertThat(traced.tasks("submit"))
                .extracting(TracedTask::failure)
                .containsExactly("IllegalStateException", "IllegalStateException");
        assertThat(traced.end().notes())
                .filteredOn(note -> note.kind().equals("lost-exception"))
                .extracting(Note::line)
                .containsExactly(5);
        assertThat(texts(traced, "leaked-executor")).hasSize(1);
    }

    @Test
    void a_task_that_waits_for_a_task_of_its_own_full_pool_is_in_a_deadlock() {
        var traced =
                trace(
                        """
                        var pool = Executors.newFixedThreadPool(1, r -> new Thread(r, "worker"));
                        var inside = new CompletableFuture<Thread>();
                        var outer = pool.submit(() -> {
                            inside.complete(Thread.currentThread());
                            return pool.submit(() -> 1).get();
                        });
                        await(inside.get(), Thread.State.WAITING);
                        """);
        assertThat(texts(traced, "deadlock"))
                .singleElement()
                .asString()
                .contains("worker waits for a task (submit in line 5)");
    }

    @Test
    void who_waits_for_its_own_end_is_in_a_deadlock() {
        var traced =
                trace(
                        """
                        var self = new Thread(() -> {
                            try { Thread.currentThread().join(); } catch (InterruptedException e) { }
                        }, "self");
                        self.start();
                        await(self, Thread.State.WAITING);
                        """);
        assertThat(traced.deadlocks()).containsExactly(List.of("self"));
        assertThat(texts(traced, "never-notified")).isEmpty();
    }

    @Test
    void who_waits_for_the_same_future_or_phaser_waits_for_the_same_thing() {
        var traced =
                trace(
                        """
                        var future = new CompletableFuture<Integer>();
                        var phaser = new Phaser(3);
                        var threads = new ArrayList<Thread>();
                        for (int i = 0; i < 2; i++) {
                            threads.add(new Thread(future::join, "future-" + i));
                            threads.add(new Thread(phaser::arriveAndAwaitAdvance, "phaser-" + i));
                        }
                        for (var thread : threads) { thread.start(); await(thread, Thread.State.WAITING); }
                        future.complete(1);
                        phaser.arrive();
                        for (var thread : threads) thread.join();
                        """);
        for (var what : List.of("future", "phaser")) {
            assertThat(List.of(what + "-0", what + "-1"))
                    .flatExtracting(thread -> traced.of(thread, State.PARKED))
                    .extracting(TraceSpan::on)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .containsOnly(traced.of(what + "-0", State.PARKED).getFirst().on());
        }
    }

    @Test
    void a_signal_that_came_too_early_is_suspected() {
        var traced =
                trace(
                        """
                        var lock = new ReentrantLock();
                        var changed = lock.newCondition();
                        lock.lock(); changed.signal(); lock.unlock();
                        var late = Thread.ofVirtual().name("late").start(() -> {
                            lock.lock();
                            try { changed.await(); } catch (InterruptedException e) { } finally { lock.unlock(); }
                        });
                        await(late, Thread.State.WAITING);
                        """);
        assertThat(texts(traced, "never-notified"))
                .singleElement()
                .asString()
                .startsWith("late still waited");
        assertThat(texts(traced, "not-joined")).isEmpty();
    }

    @Test
    void who_reads_from_a_channel_does_input_and_the_jdks_own_threads_are_not_shown() {
        var traced =
                trace(
                        """
                        var server = ServerSocketChannel.open().bind(new java.net.InetSocketAddress("localhost", 0));
                        var reader = Thread.ofVirtual().name("reader").start(() -> {
                            try (var channel = server.accept()) {
                                channel.read(java.nio.ByteBuffer.allocate(4));
                            } catch (IOException e) { throw new UncheckedIOException(e); }
                        });
                        try (var channel = SocketChannel.open(server.getLocalAddress())) {
                            Thread.sleep(50);
                            channel.write(java.nio.ByteBuffer.allocate(4));
                            reader.join();
                        }
                        server.close();
                        """);
        assertThat(traced.of("reader", State.IO))
                .extracting(TraceSpan::on)
                .contains("socket, reading");
        assertThat(traced.of("reader", State.PARKED)).isEmpty();
        assertThat(traced.threads())
                .extracting(TracedThread::name)
                .noneMatch(name -> name.contains("Poller"));
    }

    @Test
    void who_waits_in_the_common_pool_is_told_once_for_all_times() {
        var traced =
                trace(
                        """
                        for (int i = 0; i < 5; i++) {
                            CompletableFuture.runAsync(() -> {
                                try { Thread.sleep(20); } catch (InterruptedException e) { }
                            }).get();
                        }
                        """);
        assertThat(texts(traced, "blocking-in-common-pool"))
                .singleElement()
                .asString()
                .contains("5 times in all");
    }
}
