package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.TraceEnd.Wait;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedThread;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Programs whose threads wait for each other in known ways, in one session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class TracedCoordinationTest {

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
                        import java.util.concurrent.locks.*;
                        interface Work { void run() throws Exception; }
                        Runnable quiet(Work work) {
                            return () -> {
                                try { work.run(); } catch (InterruptedException e) { } catch (Exception e) { throw new RuntimeException(e); }
                            };
                        }
                        Thread go(String name, Work work) { return Thread.ofVirtual().name(name).start(quiet(work)); }
                        void await(Thread thread, Thread.State... states) {
                            while (!List.of(states).contains(thread.getState())) Thread.yield();
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

    private static TraceSpan firstWait(Traced traced, String thread, State state) {
        assertThat(traced.of(thread, state)).as(state + " of " + thread).isNotEmpty();
        return traced.of(thread, state).getFirst();
    }

    @Test
    void philosophers_who_all_take_the_left_fork_are_in_one_circle() {
        var traced =
                trace(
                        """
                        var forks = IntStream.range(0, 5).mapToObj(_ -> new ReentrantLock()).toList();
                        var seated = new CyclicBarrier(5);
                        var table = new ArrayList<Thread>();
                        for (int i = 0; i < 5; i++) {
                            var left = forks.get(i);
                            var right = forks.get((i + 1) % 5);
                            table.add(go("philosopher-" + i, () -> { left.lock(); seated.await(); right.lock(); }));
                        }
                        for (int i = 0; i < 5; i++) {
                            while (!forks.get((i + 1) % 5).hasQueuedThread(table.get(i))) Thread.yield();
                            await(table.get(i), Thread.State.WAITING);
                        }
                        """);
        var names = IntStream.range(0, 5).mapToObj(i -> "philosopher-" + i).toList();
        assertThat(traced.deadlocks()).containsExactly(names);
        assertThat(traced.end().waits())
                .filteredOn(wait -> names.contains(traced.name(wait.thread())))
                .hasSize(5)
                .allMatch(wait -> wait.on().startsWith("ReentrantLock@") && wait.owner() != 0);
        assertThat(traced.notes()).containsOnlyOnce("deadlock");
    }

    @Test
    void philosophers_who_take_the_lower_fork_first_all_eat() {
        var traced =
                trace(
                        """
                        var forks = IntStream.range(0, 5).mapToObj(_ -> new ReentrantLock()).toList();
                        var meals = new java.util.concurrent.atomic.AtomicInteger();
                        var table = new ArrayList<Thread>();
                        for (int i = 0; i < 5; i++) {
                            var lower = forks.get(Math.min(i, (i + 1) % 5));
                            var higher = forks.get(Math.max(i, (i + 1) % 5));
                            table.add(go("eater-" + i, () -> {
                                lower.lock(); higher.lock();
                                meals.incrementAndGet();
                                higher.unlock(); lower.unlock();
                            }));
                        }
                        for (var thread : table) thread.join();
                        meals.get()
                        """);
        assertThat(traced.deadlocks()).isEmpty();
        assertThat(traced.threads()).filteredOn(t -> t.name().startsWith("eater-")).hasSize(5);
        assertThat(traced.spans()).noneMatch(TraceSpan::open);
    }

    @Test
    void a_pipeline_waits_at_its_queues() {
        var traced =
                trace(
                        """
                        var first = new ArrayBlockingQueue<Integer>(1);
                        var second = new ArrayBlockingQueue<Integer>(1);
                        var sum = new java.util.concurrent.atomic.AtomicInteger();
                        var sink = go("sink", () -> { for (int i = 0; i < 3; i++) sum.addAndGet(second.take()); });
                        var middle = go("middle", () -> { for (int i = 0; i < 3; i++) second.put(2 * first.take()); });
                        await(sink, Thread.State.WAITING);
                        await(middle, Thread.State.WAITING);
                        for (int i = 1; i <= 3; i++) first.put(i);
                        sink.join(); middle.join();
                        sum.get()
                        """);
        for (var stage : new String[] {"sink", "middle"}) {
            var wait = firstWait(traced, stage, State.PARKED);
            assertThat(wait.on()).matches("ArrayBlockingQueue@[0-9a-f]+ \\(empty\\)");
            assertThat(wait.owner()).isZero();
        }
        assertThat(firstWait(traced, "sink", State.PARKED).line()).isEqualTo(4);
        assertThat(firstWait(traced, "middle", State.PARKED).line()).isEqualTo(5);
        assertThat(traced.notes()).isEmpty();
    }

    @Test
    void who_gets_no_permit_waits_at_the_semaphore() {
        var traced =
                trace(
                        """
                        var permits = new Semaphore(1);
                        permits.acquire();
                        var guest = go("guest", () -> { permits.acquire(); permits.release(); });
                        await(guest, Thread.State.WAITING);
                        permits.release();
                        guest.join();
                        """);
        var wait = firstWait(traced, "guest", State.PARKED);
        assertThat(wait.on()).startsWith("Semaphore@");
        assertThat(wait.line()).isEqualTo(3);
        assertThat(wait.open()).isFalse();
    }

    @Test
    void a_rendezvous_keeps_the_sender_until_somebody_takes() {
        var traced =
                trace(
                        """
                        var hand = new SynchronousQueue<String>();
                        var sender = go("sender", () -> hand.put("x"));
                        await(sender, Thread.State.WAITING);
                        hand.take();
                        sender.join();
                        """);
        assertThat(firstWait(traced, "sender", State.PARKED).line()).isEqualTo(2);
    }

    @Test
    void who_awaits_a_condition_is_woken_by_the_one_who_signals() {
        var traced =
                trace(
                        """
                        var lock = new ReentrantLock();
                        var filled = lock.newCondition();
                        var waiter = go("waiter", () -> {
                            lock.lock();
                            try { filled.await(); } finally { lock.unlock(); }
                        });
                        await(waiter, Thread.State.WAITING);
                        lock.lock();
                        try { filled.signal(); } finally { lock.unlock(); }
                        waiter.join();
                        """);
        assertThat(traced.of("waiter", State.PARKED))
                .anySatisfy(
                        span -> {
                            assertThat(span.on()).startsWith("Condition@");
                            assertThat(span.line()).isEqualTo(5);
                        });
    }

    @Test
    void those_who_arrive_early_wait_at_the_phaser() {
        var traced =
                trace(
                        """
                        var phaser = new Phaser(2);
                        var early = go("early", () -> phaser.arriveAndAwaitAdvance());
                        await(early, Thread.State.WAITING);
                        phaser.arriveAndAwaitAdvance();
                        early.join();
                        phaser.getPhase()
                        """);
        assertThat(firstWait(traced, "early", State.PARKED).line()).isEqualTo(2);
    }

    @Test
    void an_interrupt_ends_a_sleep_before_its_time() {
        var traced =
                trace(
                        """
                        var sleeper = go("sleeper", () -> Thread.sleep(600_000));
                        await(sleeper, Thread.State.TIMED_WAITING);
                        sleeper.interrupt();
                        sleeper.join();
                        """);
        var sleep = firstWait(traced, "sleeper", State.SLEEPING);
        assertThat(sleep.open()).isFalse();
        assertThat(sleep.millis()).isLessThan(600_000);
        assertThat(traced.notes()).isEmpty();
    }

    @Test
    void the_workers_of_a_pool_that_splits_its_work_belong_to_it() {
        var traced =
                trace(
                        """
                        class Sum extends RecursiveTask<Long> {
                            final int from, to;
                            Sum(int from, int to) { this.from = from; this.to = to; }
                            protected Long compute() {
                                if (to - from <= 100) return IntStream.range(from, to).asLongStream().sum();
                                int middle = (from + to) / 2;
                                var left = new Sum(from, middle);
                                left.fork();
                                return new Sum(middle, to).compute() + left.join();
                            }
                        }
                        try (var pool = new ForkJoinPool(2)) { pool.invoke(new Sum(0, 10_000)); }
                        """);
        assertThat(traced.threads())
                .extracting(TracedThread::name)
                .anyMatch(name -> name.startsWith("ForkJoinPool-"));
        assertThat(traced.notes()).isEmpty();
    }

    @Test
    void a_timer_fires_no_earlier_than_it_was_set_to() {
        var traced =
                trace(
                        """
                        var timer = Executors.newSingleThreadScheduledExecutor();
                        timer.schedule(() -> 1, 60, TimeUnit.MILLISECONDS).get();
                        timer.shutdown();
                        timer.awaitTermination(60, TimeUnit.SECONDS);
                        """);
        var task = traced.task("schedule");
        assertThat(task.started() - task.from()).isGreaterThan(59);
        assertThat(task.group()).startsWith("ScheduledThreadPoolExecutor@");
        assertThat(traced.notes()).isEmpty();
    }

    @Test
    void a_long_sleep_takes_as_long_as_the_program_itself_measures() {
        var traced =
                trace(
                        """
                        long begun = System.nanoTime();
                        Thread.sleep(400);
                        long measured = (System.nanoTime() - begun) / 1_000_000;
                        Thread.ofVirtual().name("measured-" + measured).start(() -> { }).join();
                        """);
        long measured =
                traced.threads().stream()
                        .filter(thread -> thread.name().startsWith("measured-"))
                        .mapToLong(thread -> Long.parseLong(thread.name().substring(9)))
                        .findFirst()
                        .orElseThrow();
        assertThat(firstWait(traced, "main", State.SLEEPING).millis())
                .isBetween(399., measured + 1.);
    }

    @Test
    void a_latch_that_nobody_counts_down_is_shown_as_what_is_waited_for() {
        var traced =
                trace(
                        """
                        var never = new CountDownLatch(1);
                        var stuck = go("stuck", () -> never.await());
                        await(stuck, Thread.State.WAITING);
                        """);
        assertThat(traced.end().waits())
                .filteredOn(wait -> traced.name(wait.thread()).equals("stuck"))
                .extracting(Wait::on)
                .singleElement()
                .asString()
                .startsWith("CountDownLatch@");
        assertThat(traced.deadlocks()).isEmpty();
    }
}
