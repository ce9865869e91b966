package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedThread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Programs whose timelines are known, in one session: what is told is what they did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class TracedProgramsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Waits, in the cell, until a thread is in a state; then it waits for what it waits for. */
    private static final String AWAIT =
            """
            void await(Thread thread, Thread.State... states) {
                while (!List.of(states).contains(thread.getState())) Thread.yield();
            }
            void stuck(Thread thread) {
                while (true) {
                    var stack = thread.getStackTrace();
                    boolean inCell = stack.length > 0 && "Cell".equals(stack[0].getFileName());
                    if (inCell && thread.getState() == Thread.State.BLOCKED) return;
                    Thread.yield();
                }
            }
            void meet(CyclicBarrier barrier) {
                try { barrier.await(); } catch (Exception e) { throw new RuntimeException(e); }
            }
            """;

    private TestSandbox sandbox;
    private Session session;

    @BeforeAll
    void open() {
        sandbox = TestSandbox.open();
        session = sandbox.session();
        TestSandbox.run(session, AWAIT).assertEnded(Status.OK);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    private Ran start(String source) {
        Ran ran = new Ran(source);
        session.run(new Cell(source, TIMEOUT, true), ran);
        return ran;
    }

    private Traced trace(String source) {
        return Traced.of(start(source).assertEnded(Status.OK));
    }

    @Test
    void a_run_that_is_not_traced_tells_nothing_of_its_threads() {
        Ran ran = TestSandbox.run(session, "Thread.ofVirtual().start(() -> {}).join();");
        assertThat(ran.events(CellEvent.Traced.class)).isEmpty();
    }

    @Test
    void a_thousand_virtual_threads_sleep_side_by_side() {
        Traced traced =
                trace(
                        """
                        var threads = new ArrayList<Thread>();
                        for (int i = 0; i < 1_000; i++) {
                            threads.add(Thread.ofVirtual().name("sleeper-" + i).start(() -> {
                                try { Thread.sleep(50); } catch (InterruptedException e) { }
                            }));
                        }
                        for (var thread : threads) thread.join();
                        """);
        assertThat(traced.threads())
                .filteredOn(t -> t.name().startsWith("sleeper-"))
                .hasSize(1_000);
        assertThat(traced.spans()).filteredOn(s -> s.state() == State.SLEEPING).hasSize(1_000);
        assertThat(traced.spans())
                .filteredOn(s -> s.state() == State.SLEEPING)
                .allMatch(s -> s.line() == 4 && !s.open());
        assertThat(traced.of("sleeper-7", State.RUNNING))
                .hasSize(2)
                .allMatch(s -> s.carrier() != 0);
        assertThat(traced.thread("sleeper-7").parent()).isEqualTo(traced.thread("main").id());
        assertThat(traced.thread("sleeper-7").line()).isEqualTo(3);
        assertThat(traced.end().cut()).isFalse();
    }

    @Test
    void a_platform_thread_sleeps_for_as_long_as_it_was_told() {
        Traced traced =
                trace(
                        """
                        var main = Thread.currentThread();
                        var sleeper = new Thread(() -> {
                            await(main, Thread.State.WAITING);
                            try { Thread.sleep(30); } catch (InterruptedException e) { }
                        }, "sleeper");
                        { sleeper.start();
                        sleeper.join(); }
                        """);
        assertThat(traced.of("sleeper"))
                .extracting(TraceSpan::state)
                .containsExactly(State.RUNNING, State.SLEEPING, State.RUNNING);
        assertThat(traced.of("sleeper", State.SLEEPING).getFirst().millis()).isGreaterThan(29);
        var join = traced.of("main", State.WAITING).getFirst();
        assertThat(join.on()).isEqualTo("end of sleeper");
        assertThat(join.owner()).isEqualTo(traced.thread("sleeper").id());
        assertThat(join.line()).isEqualTo(7);
    }

    @Test
    void who_waits_for_a_lock_is_shown_with_who_has_it() {
        Traced traced =
                trace(
                        """
                        var lock = new java.util.concurrent.locks.ReentrantLock();
                        lock.lock();
                        var waiter = Thread.ofVirtual().name("waiter").start(() -> {
                            lock.lock();
                            lock.unlock();
                        });
                        while (!lock.hasQueuedThread(waiter)) Thread.yield();
                        await(waiter, Thread.State.WAITING);
                        lock.unlock();
                        waiter.join();
                        """);
        var parked = traced.of("waiter", State.PARKED).getFirst();
        assertThat(parked.on()).startsWith("ReentrantLock@");
        assertThat(traced.name(parked.owner())).isEqualTo("main");
        assertThat(parked.line()).isEqualTo(4);
    }

    @Test
    void who_waits_for_a_monitor_is_shown_with_who_is_in_it() {
        Traced traced =
                trace(
                        """
                        class Counter {
                            int value;
                            synchronized void add() { value++; }
                        }
                        var counter = new Counter();
                        var block = new Thread(() -> { synchronized (counter) { counter.value++; } }, "block");
                        var method = Thread.ofVirtual().name("method").unstarted(counter::add);
                        synchronized (counter) {
                            block.start();
                            method.start();
                            stuck(block);
                            stuck(method);
                        }
                        block.join();
                        method.join();
                        counter.value
                        """);
        for (String thread : List.of("block", "method")) {
            var blocked = traced.of(thread, State.BLOCKED).getFirst();
            assertThat(blocked.on()).startsWith("Counter@");
            assertThat(traced.name(blocked.owner())).isEqualTo("main");
        }
        assertThat(traced.of("method", State.BLOCKED).getFirst().line()).isEqualTo(3);
    }

    @Test
    void a_consumer_waits_to_be_notified() {
        Traced traced =
                trace(
                        """
                        var queue = new ArrayDeque<String>();
                        var consumer = new Thread(() -> {
                            synchronized (queue) {
                                while (queue.isEmpty()) {
                                    try { queue.wait(); } catch (InterruptedException e) { return; }
                                }
                            }
                        }, "consumer");
                        consumer.start();
                        await(consumer, Thread.State.WAITING);
                        synchronized (queue) { queue.add("x"); queue.notifyAll(); }
                        consumer.join();
                        """);
        var waiting = traced.of("consumer", State.WAITING);
        assertThat(waiting).isNotEmpty().allMatch(span -> !span.open());
        assertThat(waiting.getFirst().on()).startsWith("ArrayDeque@");
        assertThat(waiting.getFirst().line()).isEqualTo(5);
    }

    @Test
    void platform_threads_in_a_deadlock_of_monitors_are_named() {
        Traced traced =
                trace(
                        """
                        Object left = new Object(), right = new Object();
                        var both = new java.util.concurrent.CyclicBarrier(2);
                        Thread a = new Thread(() -> {
                            synchronized (left) { meet(both); synchronized (right) { } } }, "a");
                        Thread b = new Thread(() -> {
                            synchronized (right) { meet(both); synchronized (left) { } } }, "b");
                        a.start(); b.start();
                        stuck(a); stuck(b);
                        """);
        assertThat(traced.deadlocks()).containsExactly(List.of("a", "b"));
        assertThat(traced.notes()).contains("deadlock");
        assertThat(traced.of("a", State.BLOCKED).getLast().open()).isTrue();
    }

    @Test
    void virtual_threads_in_a_deadlock_of_locks_are_named() {
        Traced traced =
                trace(
                        """
                        import java.util.concurrent.locks.ReentrantLock;
                        var north = new ReentrantLock();
                        var south = new ReentrantLock();
                        var two = new CountDownLatch(2);
                        Runnable take(ReentrantLock first, ReentrantLock second) {
                            return () -> {
                                first.lock();
                                two.countDown();
                                try { two.await(); } catch (InterruptedException e) { return; }
                                second.lock();
                            };
                        }
                        var v = Thread.ofVirtual().name("v").start(take(north, south));
                        var w = Thread.ofVirtual().name("w").start(take(south, north));
                        while (!north.hasQueuedThreads() || !south.hasQueuedThreads()) Thread.yield();
                        await(v, Thread.State.WAITING); await(w, Thread.State.WAITING);
                        """);
        assertThat(traced.deadlocks()).containsExactly(List.of("v", "w"));
    }

    @Test
    void virtual_threads_in_a_deadlock_of_monitors_are_named() {
        Traced traced =
                trace(
                        """
                        Object up = new Object(), down = new Object();
                        var met = new CountDownLatch(2);
                        Runnable enter(Object first, Object second) {
                            return () -> {
                                synchronized (first) {
                                    met.countDown();
                                    try { met.await(); } catch (InterruptedException e) { return; }
                                    synchronized (second) { }
                                }
                            };
                        }
                        var x = Thread.ofVirtual().name("x").start(enter(up, down));
                        var y = Thread.ofVirtual().name("y").start(enter(down, up));
                        stuck(x); stuck(y);
                        """);
        assertThat(traced.deadlocks()).containsExactly(List.of("x", "y"));
    }

    @Test
    void what_a_scope_forks_belongs_to_it_and_ends_when_it_is_cancelled() {
        Traced traced =
                trace(
                        """
                        import java.util.concurrent.StructuredTaskScope;
                        String outcome;
                        try (var scope = StructuredTaskScope.open()) {
                            scope.fork(() -> { Thread.currentThread().setName("slow"); Thread.sleep(600_000); return 1; });
                            scope.fork(() -> { Thread.currentThread().setName("failing"); throw new IllegalStateException(); });
                            scope.join();
                            outcome = "joined";
                        } catch (StructuredTaskScope.FailedException e) {
                            outcome = "failed";
                        }
                        outcome
                        """);
        var forked =
                traced.threads().stream().filter(t -> t.virtual() && t.group() != null).toList();
        assertThat(forked).hasSize(2);
        assertThat(forked.getFirst().group()).isEqualTo(forked.getLast().group());
        var ids = forked.stream().map(TracedThread::id).toList();
        assertThat(traced.spans())
                .filteredOn(span -> ids.contains(span.thread()))
                .noneMatch(TraceSpan::open);
    }

    @Test
    void who_waits_in_the_common_pool_is_blamed() {
        Traced traced =
                trace(
                        """
                        var caller = Thread.currentThread();
                        CompletableFuture.supplyAsync(() -> {
                            await(caller, Thread.State.WAITING);
                            try { Thread.sleep(30); } catch (InterruptedException e) { }
                            return 20;
                        }).thenApply(n -> n + 1).join()
                        """);
        assertThat(traced.spans())
                .filteredOn(span -> span.state() == State.SLEEPING)
                .hasSize(1)
                .allMatch(
                        span ->
                                traced.name(span.thread())
                                        .startsWith("ForkJoinPool.commonPool-worker-"));
        assertThat(traced.of("main", State.PARKED).getFirst().on())
                .startsWith("CompletableFuture@");
        assertThat(traced.notes()).contains("blocking-in-common-pool");
    }

    @Test
    void a_virtual_thread_that_waits_in_an_initializer_is_pinned() {
        Traced traced =
                trace(
                        """
                        class Slow {
                            static int value;
                            static {
                                try { Thread.sleep(40); } catch (InterruptedException e) { }
                            }
                        }
                        Thread.ofVirtual().name("pinned").start(() -> Slow.value++).join();
                        """);
        var pinned = traced.of("pinned", State.PINNED);
        assertThat(pinned).isNotEmpty();
        assertThat(pinned.getFirst().on()).startsWith("the initializer of class ");
        assertThat(pinned.getFirst().line()).isEqualTo(4);
        assertThat(traced.notes()).contains("pinned");
    }

    @Test
    void an_executor_that_is_not_closed_is_told() {
        Traced traced =
                trace(
                        """
                        var leaked = Executors.newFixedThreadPool(1, r -> new Thread(r, "worker"));
                        leaked.submit(() -> 1).get();
                        void awaitIdle() {
                            for (var t : Thread.getAllStackTraces().keySet()) {
                                if (t.getName().equals("worker")) await(t, Thread.State.WAITING);
                            }
                        }
                        awaitIdle();
                        """);
        assertThat(traced.thread("worker").group()).startsWith("ThreadPoolExecutor@");
        assertThat(traced.notes()).contains("leaked-executor");
        TestSandbox.run(
                session, "leaked.shutdownNow(); leaked.awaitTermination(60, TimeUnit.SECONDS)");
    }

    @Test
    void who_waits_for_a_connection_does_input_and_output() {
        Traced traced =
                trace(
                        """
                        var server = new java.net.ServerSocket(0);
                        var acceptor = Thread.ofVirtual().name("acceptor").start(() -> {
                            try { server.accept(); } catch (IOException e) { }
                        });
                        await(acceptor, Thread.State.WAITING);
                        new java.net.Socket("127.0.0.1", server.getLocalPort()).close();
                        acceptor.join();
                        server.close();
                        """);
        assertThat(traced.of("acceptor", State.IO).getFirst().on()).isEqualTo("socket, accepting");
    }

    @Test
    void a_timeline_has_an_end_even_if_the_jvm_has_not() {
        Ran ran = start("Thread.ofVirtual().start(() -> {}).join(); Runtime.getRuntime().halt(3);");
        assertThat(Traced.of(ran).end()).isNotNull();
        TestSandbox.run(session, AWAIT).assertEnded(Status.OK);
    }
}
