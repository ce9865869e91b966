package dev.interleave.web.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.TestServer;
import dev.interleave.web.cell.SseClient.Event;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stream of events survives dropped connections with nothing missing and nothing doubled. */
@Timeout(300)
class EventStreamTest {

    private static final String LESSON = "/api/lessons/first-cell";
    private static final String EVENTS = LESSON + "/events";
    private static final String DRAFT = LESSON + "/cells/hello/draft";

    @TempDir Path data;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.withoutCells(data);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_change_in_one_tab_is_seen_in_the_other() throws Exception {
        try (var tab = SseClient.open(server, EVENTS + "?after=" + lastEvent(), null)) {
            type(0, 1);

            assertThat(tab.next())
                    .extracting(Event::name, Event::data)
                    .containsExactly(
                            "draft", "{\"cell\":\"hello\",\"text\":\"text 1\",\"revision\":1}");
        }
    }

    @Test
    void the_state_and_the_stream_fit_together() throws Exception {
        type(0, 3);
        var seen = lastEvent();
        type(3, 5);

        assertThat(drafts(read(seen, 2))).containsExactly("text 4", "text 5");
    }

    @Test
    void a_connection_that_drops_again_and_again_misses_nothing_and_doubles_nothing()
            throws Exception {
        var last = lastEvent();
        type(0, 100);
        var all = new ArrayList<Event>();
        for (var taken = 1; all.size() < 100; taken = taken % 7 + 1) {
            var next = read(last, Math.min(taken, 100 - all.size()));
            all.addAll(next);
            last = next.getLast().id();
        }

        assertThat(drafts(all))
                .isEqualTo(IntStream.rangeClosed(1, 100).mapToObj(i -> "text " + i).toList());
    }

    @Test
    void the_header_of_a_browser_that_comes_back_wins_over_its_first_address() throws Exception {
        var first = lastEvent();
        type(0, 2);
        var second = lastEvent();
        type(2, 3);

        try (var tab = SseClient.open(server, EVENTS + "?after=" + first, second)) {
            assertThat(drafts(List.of(tab.next()))).containsExactly("text 3");
        }
    }

    @Test
    void a_page_from_before_a_restart_is_told_to_read_everything_again() throws Exception {
        type(0, 3);
        var before = lastEvent();
        server.close();
        server = TestServer.withoutCells(data);

        try (var tab = SseClient.open(server, EVENTS, before)) {
            var reset = tab.next();
            assertThat(reset.name()).isEqualTo("reset");
            type(3, 4);
            assertThat(drafts(List.of(tab.next()))).containsExactly("text 4");
            assertThat(drafts(read(reset.id(), 1))).containsExactly("text 4");
        }
    }

    @Test
    void nonsense_for_a_last_event_is_answered_with_a_reset() throws Exception {
        for (var nonsense :
                List.of("x", "-1", "99999999999999999999-1", "log-", "log-99999999999999999999")) {
            try (var tab = SseClient.open(server, EVENTS, nonsense)) {
                assertThat(tab.next().name()).isEqualTo("reset");
            }
        }
    }

    @Test
    void a_tab_that_fell_too_far_behind_is_told_to_read_everything_again() throws Exception {
        var first = lastEvent();
        var large = "x".repeat(60_000);
        for (var i = 0; i < 80; i++) {
            put(large + i, i);
        }

        assertThat(read(first, 1).getFirst().name()).isEqualTo("reset");
    }

    @Test
    void lessons_do_not_mix() throws Exception {
        var last = lastEvent();
        server.put("/api/lessons/two-cells/cells/define/draft", "{\"text\":\"x\",\"base\":0}");
        type(0, 1);

        assertThat(drafts(read(last, 1))).containsExactly("text 1");
    }

    @Test
    void the_stream_says_what_it_is_and_is_not_kept() throws Exception {
        try (var tab = SseClient.open(server, EVENTS, null)) {
            var headers = tab.response().headers();
            assertThat(headers.firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void the_end_of_the_server_ends_the_streams() throws Exception {
        try (var tab = SseClient.open(server, EVENTS, null)) {
            server.stop();
            assertThat(tab.next()).isNull();
        }
    }

    private List<Event> read(String after, int count) throws IOException, InterruptedException {
        var events = new ArrayList<Event>();
        try (var tab = SseClient.open(server, EVENTS, after)) {
            while (events.size() < count) {
                events.add(tab.next());
            }
        }
        return events;
    }

    private void type(int from, int to) {
        for (var i = from; i < to; i++) {
            assertThat(put("text " + (i + 1), i).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> put(String text, int base) {
        return server.put(DRAFT, "{\"text\":\"%s\",\"base\":%d}".formatted(text, base));
    }

    private String lastEvent() {
        return server.get(LESSON).body().replaceFirst("(?s).*\"lastEvent\":\"([^\"]+)\".*", "$1");
    }

    private static List<String> drafts(List<Event> events) {
        return events.stream()
                .map(event -> event.data().replaceFirst(".*\"text\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
