package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.CellListener;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Output;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Done DONE = new Done(Status.OK, null, null, 1);

    private final Outbox outbox = new Outbox();
    private final List<CellEvent> heard = new CopyOnWriteArrayList<>();
    private final CellListener listener = heard::add;

    @Test
    void events_arrive_in_order() throws Exception {
        outbox.put(listener, new CellEvent.Started());
        outbox.put(listener, new Output(false, "a", "main"));
        outbox.put(listener, DONE);
        assertThat(outbox.awaitEmpty(LONG)).isTrue();
        assertThat(heard)
                .containsExactly(new CellEvent.Started(), new Output(false, "a", "main"), DONE);
    }

    @Test
    void output_of_one_thread_that_waits_is_put_together() throws Exception {
        hold();
        for (int i = 0; i < 1_000; i++) {
            outbox.put(listener, new Output(false, i + "\n", "main"));
        }
        release();
        assertThat(outputs()).hasSize(1);
        assertThat(outputs().getFirst().text()).startsWith("0\n1\n").endsWith("999\n");
    }

    @Test
    void threads_and_streams_are_told_apart_while_there_are_few_pieces() throws Exception {
        hold();
        outbox.put(listener, new Output(false, "a", "one"));
        outbox.put(listener, new Output(false, "b", "two"));
        outbox.put(listener, new Output(true, "c", "two"));
        release();
        assertThat(outputs())
                .containsExactly(
                        new Output(false, "a", "one"),
                        new Output(false, "b", "two"),
                        new Output(true, "c", "two"));
    }

    @Test
    void a_crowd_of_threads_makes_a_bounded_number_of_events_and_loses_no_text() throws Exception {
        hold();
        for (int i = 0; i < 10_000; i++) {
            outbox.put(listener, new Output(false, "x", "thread " + i));
        }
        release();
        assertThat(outputs()).hasSizeLessThan(100);
        assertThat(outputs().stream().map(Output::text).collect(Collectors.joining()))
                .hasSize(10_000);
    }

    @Test
    void streams_that_take_turns_for_ever_make_a_bounded_number_of_events() throws Exception {
        hold();
        for (int i = 0; i < 100_000; i++) {
            outbox.put(listener, new Output(i % 2 == 1, i % 2 == 1 ? "e" : "o", "main"));
        }
        outbox.put(listener, DONE);
        outbox.put(listener, new Output(false, "after", "main"));
        release();
        assertThat(heard).hasSizeLessThan(2_100);
        assertThat(text(false)).hasSize(50_005).endsWith("oafter");
        assertThat(text(true)).isEqualTo("e".repeat(50_000));
        assertThat(heard.getLast()).isEqualTo(new Output(false, "after", "main"));
    }

    private String text(boolean error) {
        return outputs().stream()
                .filter(output -> output.error() == error)
                .map(Output::text)
                .collect(Collectors.joining());
    }

    @Test
    void a_listener_that_throws_hears_the_rest() throws Exception {
        CellListener broken =
                event -> {
                    heard.add(event);
                    throw new IllegalStateException("broken on purpose");
                };
        outbox.put(broken, new CellEvent.Started());
        outbox.put(broken, DONE);
        assertThat(outbox.awaitEmpty(LONG)).isTrue();
        assertThat(heard).containsExactly(new CellEvent.Started(), DONE);
    }

    private final CountDownLatch held = new CountDownLatch(1);

    /** Keeps the outbox's thread busy until released. */
    private void hold() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        outbox.put(
                _ -> {
                    busy.countDown();
                    await(held);
                },
                new CellEvent.Started());
        busy.await();
    }

    private void release() throws InterruptedException {
        held.countDown();
        assertThat(outbox.awaitEmpty(LONG)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Output> outputs() {
        return heard.stream().filter(Output.class::isInstance).map(Output.class::cast).toList();
    }
}
