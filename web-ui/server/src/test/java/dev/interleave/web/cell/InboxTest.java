package dev.interleave.web.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Output;
import dev.interleave.sandbox.result.CellEvent.Started;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.CellEvent.Value;
import dev.interleave.web.progress.RunKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Output is joined, and never delays or overtakes anything else. */
@Timeout(60)
class InboxTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Done DONE = new Done(Status.OK, null, null, 1);

    private final LiveRun run = run(1);

    @Test
    void output_of_one_thread_is_joined() throws Exception {
        var inbox = new Inbox(Duration.ZERO);
        put(inbox, run, out("a"), out("b"), out("c"));

        assertThat(events(inbox)).containsExactly(out("abc"));
    }

    @Test
    void what_comes_from_elsewhere_is_kept_apart_and_in_order() throws Exception {
        var inbox = new Inbox(Duration.ZERO);
        var other = new Output(false, "d", "other");
        var error = new Output(true, "e", "main");
        var value = new Value("x", "int", "1");
        put(inbox, run, out("a"), out("b"), value, out("c"), other, error, DONE);

        assertThat(events(inbox)).containsExactly(out("ab"), value, out("c"), other, error, DONE);
    }

    @Test
    void two_runs_are_kept_apart() throws Exception {
        var inbox = new Inbox(Duration.ZERO);
        inbox.put(run, out("a"));
        inbox.put(run(2), out("b"));

        assertThat(events(inbox)).containsExactly(out("a"), out("b"));
    }

    @Test
    void the_first_output_does_not_wait() throws Exception {
        var inbox = new Inbox(NEVER);
        inbox.put(run, out("a"));

        assertThat(events(inbox)).containsExactly(out("a"));
    }

    @Test
    void later_output_waits_for_its_time_and_the_end_of_a_run_does_not() throws Exception {
        var inbox = new Inbox(NEVER);
        inbox.put(run, out("a"));
        events(inbox);
        put(inbox, run, out("b"), new Value("x", "int", "1"), out("c"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = threads.submit(() -> events(inbox));
            inbox.put(run, DONE);

            assertThat(taken.get())
                    .containsExactly(out("b"), new Value("x", "int", "1"), out("c"), DONE);
        }
    }

    @Test
    void patience_ends_before_the_time_of_output() throws Exception {
        var inbox = new Inbox(NEVER);
        inbox.put(run, out("a"));
        events(inbox);
        inbox.put(run, out("b"));

        assertThat(inbox.take(Duration.ofMillis(1)))
                .extracting(Inbox.Told::event)
                .contains(out("b"));
    }

    @Test
    void nothing_is_lost_between_a_writer_and_a_reader() throws Exception {
        var inbox = new Inbox(Duration.ZERO);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(
                    () -> {
                        for (var i = 0; i < 100_000; i++) {
                            inbox.put(run, out(i + ","));
                        }
                        inbox.put(run, DONE);
                    });
            var text = new StringBuilder();
            var all = new ArrayList<CellEvent>();
            while (!all.contains(DONE)) {
                all.addAll(events(inbox));
            }
            all.forEach(event -> text.append(event instanceof Output o ? o.text() : ""));

            assertThat(text.toString().split(",")).hasSize(100_000).endsWith("99998", "99999");
        }
    }

    @Test
    void closing_ends_the_reader_after_what_was_put_before() throws Exception {
        var inbox = new Inbox(NEVER);
        inbox.put(run, new Started());
        inbox.close();
        inbox.put(run, DONE);

        assertThat(events(inbox)).containsExactly(new Started());
        assertThat(inbox.take(LONG)).isNull();
    }

    private static void put(Inbox inbox, LiveRun run, CellEvent... events) {
        for (var event : events) {
            inbox.put(run, event);
        }
    }

    private static List<CellEvent> events(Inbox inbox) throws InterruptedException {
        return inbox.take(LONG).stream().map(Inbox.Told::event).toList();
    }

    private static Output out(String text) {
        return new Output(false, text, "main");
    }

    private static LiveRun run(long number) {
        return new LiveRun(new RunKey("ann", "l", number), "c", "text", Instant.EPOCH);
    }
}
