package dev.interleave.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.web.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons by their API. */
@Timeout(300)
class ComparisonApiTest {

    private static final Path COURSE = Path.of("src/test/resources/compare-course");
    private static final String ADDING = "/api/lessons/sums/comparisons/adding";

    @TempDir Path data;
    private final TestComparer comparer = new TestComparer();
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.comparing(data, COURSE, comparer);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_first_version_is_compared_with_each_of_the_others() throws IOException {
        assertThat(compare(false)).isEqualTo(202);
        until(() -> comparer.requests.size() == 1);
        var meanwhile = state();
        assertThat(meanwhile.at("/runs/0/state").asText()).isEqualTo("running");
        assertThat(meanwhile.at("/events/1/pair").asDouble()).isEqualTo(2);
        assertThat(meanwhile.at("/events/1/other").asInt()).isEqualTo(2);
        assertThat(compare(false)).isEqualTo(409);
        comparer.finish();
        until(() -> comparer.requests.size() == 2);
        comparer.finish();
        var state = stateWhen(ComparisonApiTest::isOver);

        assertThat(comparer.requests)
                .allSatisfy(
                        request -> {
                            assertThat(request.left().source())
                                    .isEqualTo("my loop\n\nint one = 1;");
                            assertThat(request.mode()).isEqualTo(Mode.AVERAGE);
                            assertThat(request.n()).isEqualTo(7);
                        });
        assertThat(comparer.requests.getLast().right().name()).isEqualTo("A formula");
        assertThat(state.at("/prediction").asInt()).isEqualTo(2);
        assertThat(state.get("events")).isEmpty();
        assertThat(state.at("/runs/0/message").asText())
                .isEqualTo("A loop is faster than A stream. A loop is faster than A formula.");
        assertThat(state.at("/runs/0/results/1/claim").asText()).isEqualTo("left-faster");
        assertThat(state.at("/runs/0/results/1/other").asInt()).isEqualTo(3);
    }

    @Test
    void a_version_can_be_compared_with_itself_and_exported_as_jmh_writes_it() throws IOException {
        compare(true);
        until(() -> comparer.requests.size() == 1);
        comparer.finish();
        stateWhen(ComparisonApiTest::isOver);
        var exported = new JsonMapper().readTree(server.get(ADDING + "/runs/1/jmh.json").body());

        var request = comparer.requests.getLast();
        assertThat(request.right().source()).isEqualTo(request.left().source());
        assertThat(exported).hasSize(2);
        assertThat(exported.at("/1/benchmark").asText()).isEqualTo("adding.A_loop_again");
        assertThat(exported.at("/0/mode").asText()).isEqualTo("avgt");
        assertThat(exported.at("/0/primaryMetric/score").asDouble()).isEqualTo(4);
        assertThat(exported.at("/0/primaryMetric/scoreError").asDouble()).isEqualTo(1);
        assertThat(exported.at("/0/primaryMetric/rawData/1/0").asDouble()).isEqualTo(5);
        assertThat(exported.at("/0/params/n").asText()).isEqualTo("7");
    }

    @Test
    void a_measurement_has_a_name_and_what_came_out_where_it_was_measured() throws IOException {
        compare(false);
        until(() -> comparer.requests.size() == 1);
        comparer.finish();
        until(() -> comparer.requests.size() == 2);
        comparer.finish();
        stateWhen(ComparisonApiTest::isOver);
        assertThat(name(" before ")).isEqualTo(200);
        var named = state().at("/runs/0");
        assertThat(name("x".repeat(81))).isEqualTo(400);
        assertThat(name("")).isEqualTo(200);

        assertThat(named.get("name").asText()).isEqualTo("before");
        assertThat(named.get("here").asBoolean()).isTrue();
        assertThat(named.at("/brief/1/other").asInt()).isEqualTo(3);
        assertThat(named.at("/brief/1/low").asDouble()).isEqualTo(1.5);
        assertThat(state().at("/runs/0/name").isNull()).isTrue();
    }

    @Test
    void where_the_time_of_a_version_goes_is_kept_with_its_measurement() throws IOException {
        compare(true);
        until(() -> comparer.requests.size() == 1);
        comparer.finish();
        stateWhen(ComparisonApiTest::isOver);

        assertThat(look(1)).isEqualTo(202);
        until(() -> comparer.looks.size() == 1);
        assertThat(state().get("looking").asInt()).isEqualTo(1);
        assertThat(compare(false)).isEqualTo(409);
        assertThat(look(2)).isEqualTo(409);
        comparer.seen();
        var first = stateWhen(state -> state.at("/runs/0/results").size() == 2);
        look(1);
        until(() -> comparer.looks.size() == 2);
        comparer.seen();
        var again = stateWhen(state -> state.get("looking").asInt() == 0);

        assertThat(comparer.looks.getFirst().version().source())
                .isEqualTo("my loop\n\nint one = 1;");
        assertThat(comparer.looks.getFirst().n()).isEqualTo(7);
        assertThat(first.at("/runs/0/results/1/type").asText()).isEqualTo("flame");
        assertThat(first.at("/runs/0/results/1/other").asInt()).isEqualTo(1);
        assertThat(first.at("/runs/0/results/1/frames/0/method").asText()).isEqualTo("run");
        assertThat(again.at("/runs/0/results")).hasSize(2);
        assertThat(new JsonMapper().readTree(server.get(ADDING + "/runs/1/jmh.json").body()))
                .hasSize(2);
        assertThat(look(4)).isEqualTo(400);
    }

    @Test
    void a_look_into_a_version_can_be_stopped() throws IOException {
        compare(true);
        until(() -> comparer.requests.size() == 1);
        comparer.finish();
        stateWhen(ComparisonApiTest::isOver);
        look(2);
        until(() -> comparer.looks.size() == 1);

        assertThat(server.post(ADDING + "/stop", "{}").statusCode()).isEqualTo(202);

        var state = stateWhen(one -> one.get("looking").asInt() == 0);
        assertThat(state.at("/runs/0/results")).hasSize(1);
        assertThat(state.at("/runs/0/state").asText()).isEqualTo("done");
    }

    private int look(int version) {
        var body = "{\"version\":%d}".formatted(version);
        return server.post(ADDING + "/runs/1/flames", body).statusCode();
    }

    @Test
    void stop_ends_it_and_another_one_can_begin() throws IOException {
        compare(false);
        until(() -> comparer.requests.size() == 1);
        assertThat(server.post(ADDING + "/stop", "{}").statusCode()).isEqualTo(202);
        var state = stateWhen(ComparisonApiTest::isOver);

        assertThat(state.at("/runs/0/state").asText()).isEqualTo("stopped");
        assertThat(server.get(ADDING + "/runs/1/jmh.json").body()).isEqualTo("[]");
        assertThat(compare(false)).isEqualTo(202);
    }

    @Test
    void a_server_that_ends_meanwhile_says_so_when_it_comes_back() throws IOException {
        compare(false);
        until(() -> comparer.requests.size() == 1);
        server.close();
        server = TestServer.comparing(data, COURSE, Comparer.refusing("There is no jail here."));

        assertThat(state().at("/runs/0/state").asText()).isEqualTo("interrupted");
        compare(false);
        var state = stateWhen(ComparisonApiTest::isOver);
        assertThat(state.at("/runs/1/state").asText()).isEqualTo("impossible");
        assertThat(state.at("/runs/1/message").asText()).isEqualTo("There is no jail here.");
    }

    @Test
    void versions_are_kept_and_two_tabs_do_not_overwrite_each_other() throws IOException {
        assertThat(draft("mine", 0)).isEqualTo(200);
        assertThat(draft("late", 0)).isEqualTo(409);
        assertThat(state().at("/versions/2/text").asText()).isEqualTo("mine");
        assertThat(draft("stream", 1)).isEqualTo(200);
        assertThat(state().at("/versions/2/text").isNull()).isTrue();
        assertThat(state().at("/versions/3/revision").asInt()).isZero();
    }

    @Test
    void what_does_not_belong_to_a_comparison_is_refused_in_words() {
        assertThat(server.get("/api/lessons/sums/comparisons/nothing").body())
                .contains("There is no comparison \\\"nothing\\\"", "adding");
        assertThat(server.get(ADDING + "/runs/1/jmh.json").statusCode()).isEqualTo(404);
        assertThat(run("[]", 1, 1)).contains("This comparison has 3 versions.");
        assertThat(run("[\"a\",\"b\",\"c\"]", 0, 1)).contains("n is a number from 1");
        assertThat(run("[\"a\",\"b\",\"c\"]", 1, 3)).contains("The prediction is a number");
        assertThat(
                        server.put(
                                        ADDING + "/draft",
                                        "{\"version\":\"4\",\"text\":\"\",\"base\":0}")
                                .body())
                .contains("The versions of this comparison are 1 to 3.");
    }

    private int compare(boolean same) {
        var body =
                "{\"versions\":[\"my"
                        + " loop\",\"stream\",\"formula\"],\"n\":7,\"same\":%s,\"prediction\":2}";
        return server.post(ADDING + "/runs", body.formatted(same)).statusCode();
    }

    private String run(String versions, int n, int prediction) {
        var body = "{\"versions\":%s,\"n\":%d,\"same\":false,\"prediction\":%d}";
        return server.post(ADDING + "/runs", body.formatted(versions, n, prediction)).body();
    }

    private int name(String name) {
        return server.put(ADDING + "/runs/1", "{\"name\":\"%s\"}".formatted(name)).statusCode();
    }

    private int draft(String text, int base) {
        var body = "{\"version\":\"2\",\"text\":\"%s\",\"base\":%d}".formatted(text, base);
        return server.put(ADDING + "/draft", body).statusCode();
    }

    private JsonNode state() throws IOException {
        return new JsonMapper().readTree(server.get(ADDING).body());
    }

    private JsonNode stateWhen(Predicate<JsonNode> condition) throws IOException {
        for (; ; ) {
            var state = state();
            if (condition.test(state)) {
                return state;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean isOver(JsonNode state) {
        var runs = state.get("runs");
        return !runs.get(runs.size() - 1).get("state").asText().equals("running");
    }
}
