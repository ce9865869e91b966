package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.compiler.Compiler;
import dev.interleave.sandbox.Sample;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.grade.GraderApp;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.SampleEvent;
import dev.interleave.sandbox.result.SampleEvent.Status;
import dev.interleave.sandbox.result.SampleStep;
import dev.interleave.sandbox.result.SampledOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells under many schedules: what can come of them comes, and a seed brings it back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class SampledCellsTest {

    private static final String RACE =
            """
            int count = 0;
            void add() { count++; }
            var one = Thread.ofVirtual().name("one").start(() -> counter.add());
            var two = new Thread(() -> counter.add(), "two");
            two.start();
            one.join();
            two.join();
            counter.value\
            """;

    private TestSandbox sandbox;
    private Session session;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        GraderApp.in(folder);
        App.put(Compiler.class, folder.resolve("compiler.jar"));
        sandbox = TestSandbox.openPatiently(folder);
        session = sandbox.session();
        TestSandbox.run(
                        session,
                        """
                        class Counter {
                            int value;
                            void add() { value++; }
                        }
                        var counter = new Counter();
                        counter.value = 40;
                        """)
                .assertEnded(CellEvent.Status.OK);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    private SampleEvent.Ended sample(String source, int schedules, long seed)
            throws InterruptedException {
        var events = new LinkedBlockingQueue<SampleEvent>();
        session.sample(new Sample(source, schedules, seed), events::add);
        while (true) {
            if (events.take() instanceof SampleEvent.Ended end) {
                return end;
            }
        }
    }

    private static SampledOutcome outcome(SampleEvent.Ended end, String value) {
        return end.counted().outcomes().stream()
                .filter(outcome -> value.equals(outcome.value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + end));
    }

    @Test
    void a_lost_update_is_found_counted_and_repeated_by_its_seed() throws Exception {
        var end = sample(RACE, 200, 1);
        assertThat(end.status()).isEqualTo(Status.COMPLETE);
        assertThat(end.counted().runs()).isEqualTo(200);
        assertThat(end.counted().schedules()).isBetween(10, 200);
        assertThat(end.counted().outcomes())
                .extracting(SampledOutcome::value)
                .containsExactlyInAnyOrder("1", "2");
        assertThat(end.counted().outcomes().stream().mapToInt(SampledOutcome::count).sum())
                .isEqualTo(200);
        var rare = outcome(end, "1");
        assertThat(rare.replay().same()).isTrue();
        assertThat(rare.replay().steps())
                .filteredOn(step -> step.what().equals("read Counter.value: 0"))
                .filteredOn(step -> step.thread().equals("one") || step.thread().equals("two"))
                .hasSize(2)
                .allMatch(step -> step.code().equals("void add() { value++; }") && !step.own());
        assertThat(rare.replay().steps())
                .anyMatch(step -> step.own() && step.code().equals("two.start();"));

        // In the order in which it happened: nobody reads what the other one has written.
        assertThat(rare.replay().steps())
                .filteredOn(step -> step.thread().equals("one") || step.thread().equals("two"))
                .extracting(SampleStep::what)
                .containsSubsequence(
                        "read Counter.value: 0",
                        "read Counter.value: 0",
                        "write Counter.value: 1",
                        "write Counter.value: 1");

        var again = sample(RACE, 1, rare.seed());
        assertThat(outcome(again, "1").replay().steps()).isEqualTo(rare.replay().steps());
    }

    @Test
    void each_step_shows_the_value_that_it_read_or_wrote_and_asks_no_object() throws Exception {
        var end =
                sample(
                        """
                        class Loud {
                            public String toString() { throw new IllegalStateException(); }
                        }
                        class Box {
                            Object any;
                            String text;
                            boolean open;
                            volatile long big;
                            int[] numbers = new int[2];
                            java.util.concurrent.atomic.AtomicInteger count =
                                    new java.util.concurrent.atomic.AtomicInteger();
                        }
                        var box = new Box();
                        var thread = Thread.ofVirtual().name("writer").start(() -> {
                            box.any = new Loud();
                            box.text = "x".repeat(100);
                            box.open = true;
                            box.big = 1L << 40;
                            box.numbers[1] = 7;
                            box.count.addAndGet(3);
                        });
                        thread.join();
                        """,
                        1,
                        1);
        assertThat(end.counted().outcomes().getFirst().replay().steps())
                .filteredOn(step -> step.thread().equals("writer"))
                .extracting(step -> step.what().replaceAll("@[0-9]+", "@n"))
                .containsSubsequence(
                        "write Box.any: Loud@n",
                        "write Box.text: \"" + "x".repeat(39) + "…\"",
                        "write Box.open: true",
                        "write Box.big: 1099511627776",
                        "write array element: 7")
                .anyMatch(what -> what.endsWith("addAndGet, now 3"));
    }

    @Test
    void what_is_printed_in_another_order_and_a_deadlock_are_outcomes() throws Exception {
        var end =
                sample(
                        """
                        var left = new Object();
                        var right = new Object();
                        void both(Object first, Object second, String name) {
                            synchronized (first) { synchronized (second) { IO.println(name); } }
                        }
                        var a = Thread.startVirtualThread(() -> both(left, right, "a"));
                        var b = Thread.startVirtualThread(() -> both(right, left, "b"));
                        a.join();
                        b.join();
                        """,
                        200,
                        1);
        assertThat(end.counted().outcomes())
                .extracting(outcome -> outcome.printed() + outcome.ending())
                .containsExactlyInAnyOrder("a\nb\nnull", "b\na\nnull", "deadlock");
        assertThat(end.counted().outcomes())
                .filteredOn(outcome -> outcome.ending() != null)
                .allMatch(outcome -> outcome.explanation().contains(", which thread-2 holds"));
    }

    @Test
    void sleeps_and_timeouts_take_virtual_time_only() throws Exception {
        var end =
                sample(
                        """
                        long begun = System.nanoTime();
                        Thread.sleep(Duration.ofHours(5));
                        boolean opened = new CountDownLatch(1).await(3, TimeUnit.HOURS);
                        opened + " after " + Duration.ofNanos(System.nanoTime() - begun).toHours() + " h"
                        """,
                        8,
                        1);
        assertThat(end.status()).isEqualTo(Status.COMPLETE);
        assertThat(end.counted().outcomes())
                .extracting(SampledOutcome::value)
                .containsExactly("\"false after 8 h\"");
    }

    @Test
    void a_cell_that_cannot_be_tried_says_why() throws Exception {
        var wrong = sample("int x = \"text\";", 10, 1);
        assertThat(wrong.status()).isEqualTo(Status.NOT_COMPILED);
        assertThat(wrong.diagnostics()).singleElement().matches(each -> each.line() == 1);

        var pool = sample("List.of(1, 2, 3).parallelStream().map(x -> x + 1).toList()", 10, 1);
        assertThat(pool.status()).isEqualTo(Status.UNCONTROLLED);
        assertThat(pool.message()).contains("parallelStream");

        var exit = sample("System.exit(0);", 10, 1);
        assertThat(exit.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_sampling_that_is_stopped_keeps_what_was_done() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new LinkedBlockingQueue<SampleEvent.Ended>();
        var sampling =
                session.sample(
                        new Sample(
                                """
                                int sum = 0;
                                for (int i = 0; i < 5_000; i++) sum++;
                                throw new IllegalStateException("sum " + sum);
                                """,
                                Sample.MOST,
                                1),
                        event -> {
                            switch (event) {
                                case SampleEvent.Counted _ -> begun.countDown();
                                case SampleEvent.Ended end -> ended.add(end);
                            }
                        });
        begun.await();
        sampling.stop();
        var end = ended.take();
        assertThat(end.status()).isEqualTo(Status.STOPPED);
        assertThat(end.counted().runs()).isBetween(1, Sample.MOST - 1);
        assertThat(end.counted().outcomes())
                .extracting(SampledOutcome::message)
                .isEqualTo(List.of("java.lang.IllegalStateException: sum 5000"));
    }
}
