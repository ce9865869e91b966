package dev.interleave.web.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.web.TestCourse;
import dev.interleave.web.TestServer;
import dev.interleave.web.cell.SseClient.Event;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells run in real jails, and what they tell reaches the page. */
@Timeout(300)
class CellRunTest {

    private static final String LESSON = "/api/lessons/two-cells";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir static Path work;
    private static Sandbox sandbox;

    @TempDir Path data;
    private TestServer server;

    @BeforeAll
    static void openSandbox() throws IOException {
        sandbox = TestSandbox.open(work);
    }

    @AfterAll
    static void closeSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void start() {
        server = TestServer.start(data, new SandboxAccess.Granted(sandbox));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_a_cell_tells_is_in_the_stream_and_in_the_state() throws Exception {
        var told = run("define", "System.out.println(\"hi\"); int k = 20;");

        assertThat(types(told)).startsWith("begun").contains("started").endsWith("value", "done");
        assertThat(output(told)).isEqualTo("hi\n");
        var run = cell("define").get("run");
        assertThat(run.toString()).contains("\"status\":\"ok\"");
        assertThat(run.get("number").asLong()).isEqualTo(1);
        assertThat(run.get("text").asText()).contains("int k = 20;");
        assertThat(run.get("evalMillis").asDouble()).isPositive();
        assertThat(run.get("events").findValuesAsText("type")).containsExactly("stdout", "value");
        assertThat(cell("define").get("draft").get("revision").asLong()).isEqualTo(1);
    }

    @Test
    void running_the_authors_text_makes_no_draft_of_it() throws Exception {
        run("define", "int kettles = 20;");

        assertThat(cell("define").get("draft").isNull()).isTrue();
        assertThat(cell("define").get("revision").asLong()).isZero();
        assertThat(cell("define").get("run").get("text").asText()).isEqualTo("int kettles = 20;");
    }

    @Test
    void earlier_versions_of_a_cell_can_be_seen_again() throws Exception {
        run("define", "System.out.println(\"first\");");
        run("define", "System.out.println(\"second\");");
        var runs = LESSON + "/cells/define/runs";

        var history = JSON.readTree(server.get(runs).body()).get("runs");

        assertThat(history.findValuesAsText("number")).containsExactly("1", "2");
        assertThat(history.get(0).get("text").asText()).contains("first");
        assertThat(server.get(runs + "/1").body()).contains("\"text\":\"first\\n\"");
        assertThat(server.get(runs + "/3").statusCode()).isEqualTo(404);
        assertThat(server.get(runs + "/x").statusCode()).isEqualTo(404);
    }

    @Test
    void cells_of_a_lesson_share_variables() throws Exception {
        run("define", "int k = 20;");

        assertThat(run("use", "k + 22").toString()).contains("\"text\":\"42\"");
    }

    @Test
    void an_error_names_its_line() throws Exception {
        var told = run("define", "int k = 1;\nint l = \"one\";");

        assertThat(told.toString()).contains("\"type\":\"diagnostic\"", "\"line\":2");
        assertThat(cell("define").get("run").toString()).contains("\"status\":\"compile-error\"");
    }

    @Test
    void stop_ends_an_endless_loop_and_the_next_cell_runs() throws Exception {
        try (var tab = tab()) {
            post("define", "while (true) {}");
            until(tab, event -> event.data().contains("started"));
            assertThat(server.post(LESSON + "/stop", "{}").statusCode()).isEqualTo(204);
            until(tab, CellRunTest::isDone);
        }
        assertThat(cell("define").get("run").get("status").asText()).isEqualTo("killed");
        assertThat(run("use", "1 + 1").toString()).contains("\"text\":\"2\"");
    }

    @Test
    void a_connection_that_drops_in_the_middle_of_a_run_misses_and_doubles_nothing()
            throws Exception {
        var last = lastEvent();
        post("define", counting(40));
        var all = new ArrayList<Event>();
        while (all.isEmpty() || !isDone(all.getLast())) {
            try (var tab = SseClient.open(server, LESSON + "/events", last)) {
                for (var i = 0; i == 0 || i < 3 && !isDone(all.getLast()); i++) {
                    all.add(tab.next());
                }
                last = all.getLast().id();
            }
        }

        assertThat(output(all)).isEqualTo(counted(40));
    }

    @Test
    void a_page_that_loads_in_the_middle_of_a_run_gets_the_rest_from_the_stream() throws Exception {
        try (var tab = tab()) {
            post("define", counting(20));
            until(tab, event -> event.data().contains("stdout"));
        }
        var state = state();
        var before = output(state.get("cells").get("define").get("run").get("events"));
        var last = state.get("lastEvent").asText();

        try (var tab = SseClient.open(server, LESSON + "/events", last)) {
            assertThat(before + output(until(tab, CellRunTest::isDone))).isEqualTo(counted(20));
        }
    }

    @Test
    void a_cell_that_runs_is_not_run_a_second_time() throws Exception {
        try (var tab = tab()) {
            post("define", "Thread.sleep(100_000);");
            var second = post("define", "Thread.sleep(1);");

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("\"type\":\"already-running\"", "\"run\":1");
            server.post(LESSON + "/stop", "{}");
            until(tab, CellRunTest::isDone);
        }
    }

    @Test
    void a_text_that_another_tab_has_changed_is_not_run() throws Exception {
        server.put(LESSON + "/cells/define/draft", "{\"text\":\"mine\",\"base\":0}");

        var answer = server.post(LESSON + "/cells/define/run", "{\"text\":\"theirs\",\"base\":0}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("draft-conflict", "\"text\":\"mine\"");
        assertThat(cell("define").get("run").isNull()).isTrue();
    }

    @Test
    void a_cell_below_is_stale_after_one_above_was_run_again() throws Exception {
        run("define", "int k = 20;");
        run("use", "k + 22");
        assertThat(cell("use").get("stale").asBoolean()).isFalse();

        var told = run("define", "int k = 21;");

        assertThat(told.toString()).contains("data={\"cells\":{\"use\":\"above\"}}");
        assertThat(cell("use").get("staleBecause").asText()).isEqualTo("above");
    }

    @Test
    void a_lesson_is_done_when_each_cell_was_run() throws Exception {
        run("define", "int k = 20;");
        try (var tab = tab()) {
            post("use", "k + 22");
            until(tab, event -> event.name().equals("progress"));
        }
        assertThat(server.get("/").body()).contains("1 of 2");
    }

    @Test
    void a_cell_that_reads_gets_what_is_typed() throws Exception {
        try (var tab = tab()) {
            post("define", "IO.println(\"Hello, \" + IO.readln());");
            until(tab, event -> event.data().contains("wants-input"));
            server.post(LESSON + "/input", "{\"text\":\"Ann\\n\"}");

            assertThat(output(until(tab, CellRunTest::isDone))).contains("Hello, Ann");
        }
    }

    @Test
    void threads_that_a_cell_left_can_be_ended() throws Exception {
        var told =
                run(
                        "define",
                        """
                        Thread.ofPlatform().name("left").start(() -> {
                            try { Thread.sleep(1_000_000); } catch (InterruptedException e) { }
                        });
                        """);

        assertThat(told.toString()).contains("\"type\":\"leftovers\"", "\"name\":\"left\"");
        assertThat(server.post(LESSON + "/threads/end", "{}").body()).isEqualTo("{\"left\":0}");
    }

    @Test
    void a_flood_of_output_makes_few_events() throws Exception {
        var told = run("define", "for (int i = 0; i < 20_000; i++) System.out.println(i);");

        assertThat(output(told)).startsWith("0\n1\n").contains("19999\n");
        assertThat(told.size()).isLessThan(2_000);
    }

    @Test
    void restart_forgets_the_variables() throws Exception {
        run("define", "int k = 20;");
        try (var tab = tab()) {
            assertThat(server.post(LESSON + "/restart", "{}").statusCode()).isEqualTo(204);
            until(tab, event -> event.data().contains("\"earlierRuns\":1"));
        }
        assertThat(cell("define").get("staleBecause").asText()).isEqualTo("session-over");

        run("use", "k + 22");

        assertThat(cell("use").get("run").toString()).contains("\"status\":\"compile-error\"");
        assertThat(cell("use").get("stale").asBoolean()).isFalse();
    }

    @Test
    void what_was_told_is_there_when_the_server_comes_back() throws Exception {
        run("define", "System.out.println(\"hi\");");
        server.close();
        server = TestServer.start(data, new SandboxAccess.Granted(sandbox));

        var run = cell("define").get("run");
        assertThat(run.toString()).contains("\"status\":\"ok\"");
        assertThat(output(run.get("events"))).isEqualTo("hi\n");
        assertThat(cell("define").get("staleBecause").asText()).isEqualTo("session-over");
        run("use", "1 + 1");
        assertThat(state().get("session").toString())
                .contains("\"state\":\"idle\",\"earlierRuns\":1");
        assertThat(cell("define").get("staleBecause").asText()).isEqualTo("session-over");
        assertThat(cell("use").get("stale").asBoolean()).isFalse();
    }

    @Test
    void the_cells_of_a_lesson_have_the_profile_that_it_names() throws Exception {
        server.close();
        var small = TestCourse.of(data.resolve("course"), "small-heap");
        server = TestServer.start(data.resolve("small"), new SandboxAccess.Granted(sandbox), small);

        var told = run("define", "Runtime.getRuntime().maxMemory() < (64 << 20)");

        assertThat(told.toString()).contains("\"text\":\"true\"");
    }

    private static String counting(int end) {
        return "for (int i = 0; i < %d; i++) { System.out.print(i + \",\"); Thread.sleep(60); }"
                .formatted(end);
    }

    private static String counted(int end) {
        return IntStream.range(0, end).mapToObj(i -> i + ",").collect(Collectors.joining());
    }

    private List<Event> run(String cell, String text) throws Exception {
        try (var tab = tab()) {
            assertThat(post(cell, text).statusCode()).isEqualTo(202);
            return until(tab, CellRunTest::isDone);
        }
    }

    private HttpResponse<String> post(String cell, String text) throws IOException {
        var base = cell(cell).get("revision").asLong();
        var body = JSON.writeValueAsString(Map.of("text", text, "base", base));
        return server.post(LESSON + "/cells/" + cell + "/run", body);
    }

    private SseClient tab() throws IOException, InterruptedException {
        return SseClient.open(server, LESSON + "/events", lastEvent());
    }

    private String lastEvent() throws IOException {
        return state().get("lastEvent").asText();
    }

    private JsonNode cell(String cell) throws IOException {
        return state().get("cells").get(cell);
    }

    private JsonNode state() throws IOException {
        return JSON.readTree(server.get(LESSON).body());
    }

    private static List<Event> until(SseClient tab, Predicate<Event> last) throws IOException {
        var events = new ArrayList<Event>();
        do {
            events.add(tab.next());
        } while (!last.test(events.getLast()));
        return events;
    }

    private static boolean isDone(Event event) {
        return event.data().contains("\"type\":\"done\"");
    }

    private static List<String> types(List<Event> events) {
        return ofCells(events).stream().map(event -> event.get("type").asText()).toList();
    }

    private static String output(List<Event> events) {
        return ofCells(events).stream()
                .filter(event -> event.get("type").asText().equals("stdout"))
                .map(event -> event.get("text").asText())
                .collect(Collectors.joining());
    }

    private static String output(JsonNode events) {
        return String.join("", events.findValuesAsText("text"));
    }

    private static List<JsonNode> ofCells(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("cell"))
                .map(event -> read(event.data()).get("event"))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
