package dev.interleave.web.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.cell.EventLog.Batch;
import dev.interleave.web.cell.EventLog.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every reader gets every event once, or hears that it missed some. */
@Timeout(60)
class EventLogTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration NOW = Duration.ZERO;

    private final EventLog log = new EventLog("log", 4, 100);

    @Test
    void a_reader_gets_what_came_after_its_place() throws Exception {
        log.add("cell", "a");
        log.add("cell", "b");
        log.add("draft", "c");

        assertThat(log.after(1, NOW))
                .isEqualTo(
                        new Batch.Events(
                                List.of(new Event(2, "cell", "b"), new Event(3, "draft", "c"))));
        assertThat(log.lastId()).hasToString("log-3");
    }

    @Test
    void a_reader_that_has_everything_waits() throws Exception {
        log.add("cell", "a");

        assertThat(log.after(1, NOW)).isEqualTo(new Batch.Quiet());
    }

    @Test
    void a_reader_that_waits_gets_the_next_event() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var batch = threads.submit(() -> log.after(0, LONG));
            log.add("cell", "a");

            assertThat(batch.get()).isEqualTo(new Batch.Events(List.of(new Event(1, "cell", "a"))));
        }
    }

    @Test
    void a_reader_that_is_too_late_is_told() throws Exception {
        IntStream.range(0, 6).forEach(i -> log.add("cell", "x"));

        assertThat(log.after(1, NOW)).isEqualTo(new Batch.Missed(6));
        assertThat(log.after(2, NOW)).isInstanceOf(Batch.Events.class);
    }

    @Test
    void large_events_push_out_more_of_the_older_ones() throws Exception {
        log.add("cell", "x".repeat(40));
        log.add("cell", "x".repeat(40));
        log.add("cell", "x".repeat(40));

        assertThat(log.after(0, NOW)).isEqualTo(new Batch.Missed(3));
        assertThat(log.after(1, NOW)).isInstanceOf(Batch.Events.class);
    }

    @Test
    void an_event_larger_than_the_log_is_kept_until_the_next() throws Exception {
        log.add("cell", "x".repeat(400));

        assertThat(log.after(0, NOW)).isInstanceOf(Batch.Events.class);
    }

    @Test
    void a_place_that_the_log_never_had_counts_as_missed() throws Exception {
        log.add("cell", "a");

        assertThat(log.after(Long.MAX_VALUE, NOW)).isEqualTo(new Batch.Missed(1));
    }

    @Test
    void closing_ends_readers() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var batch = threads.submit(() -> log.after(0, LONG));
            log.close();

            assertThat(batch.get()).isEqualTo(new Batch.Closed());
        }
    }

    @Test
    void only_so_many_readers_are_let_in() {
        var let = IntStream.range(0, 100).filter(_ -> log.enter()).count();
        log.leave();

        assertThat(let).isEqualTo(32);
        assertThat(log.enter()).isTrue();
        assertThat(log.enter()).isFalse();
    }

    @Test
    void many_readers_and_writers_agree_on_one_order() throws Exception {
        var wide = new EventLog("wide", 100_000, 10_000_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers =
                    IntStream.range(0, 8).mapToObj(_ -> threads.submit(() -> read(wide, 4_000)));
            var reading = readers.toList();
            for (var writer = 0; writer < 4; writer++) {
                threads.submit(() -> IntStream.range(0, 1_000).forEach(i -> wide.add("cell", "")));
            }
            for (var reader : reading) {
                assertThat(reader.get())
                        .isEqualTo(LongStream.rangeClosed(1, 4_000).boxed().toList());
            }
        }
    }

    private static List<Long> read(EventLog log, int count) throws InterruptedException {
        var numbers = new ArrayList<Long>();
        while (numbers.size() < count) {
            var place = numbers.isEmpty() ? 0 : numbers.getLast();
            if (log.after(place, LONG) instanceof Batch.Events(var events)) {
                events.forEach(event -> numbers.add(event.number()));
            }
        }
        return numbers;
    }
}
