package dev.interleave.web.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.cell.LocalSandbox;
import dev.interleave.sandbox.cell.SandboxSettings;
import dev.interleave.web.TestApp;
import dev.interleave.web.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the editor is told while one types, by a real compiler. */
@Timeout(300)
class AssistApiTest {

    private static final String LESSON = "/api/lessons/two-cells";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir static Path work;
    private static Sandbox sandbox;

    @TempDir Path data;
    private TestServer server;

    @BeforeAll
    static void openSandbox() throws IOException {
        var jdk = Path.of(System.getProperty("java.home"));
        var jail = TestApp.in(work.resolve("app")).resolve("jail");
        sandbox = LocalSandbox.open(SandboxSettings.of(jdk, jail, TestApp.RUNTIME));
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
    void suggestions_say_what_they_are_and_what_they_import() throws Exception {
        var source = "var client = HttpClie";
        var found = ask("complete", source, source.length(), "items");
        assertThat(found.get("anchor").asInt()).isEqualTo("var client = ".length());
        var item = found.get("items").get(0);
        assertThat(item.get("text").asText()).isEqualTo("HttpClient");
        assertThat(item.get("imported").asText()).isEqualTo("java.net.http.HttpClient");
        assertThat(item.get("detail").asText()).isEqualTo("java.net.http");
    }

    @Test
    void a_call_is_documented() throws Exception {
        var found = ask("document", "Thread.sleep(", 13, "signatures");
        assertThat(found.get("signatures").get(0).asText()).startsWith("void Thread.sleep(long");
    }

    @Test
    void problems_come_with_their_places() throws Exception {
        var found = ask("check", "int a = 1;\nString b = a;", 0, "diagnostics");
        var problem = found.get("diagnostics").get(0);
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asInt()).isEqualTo(12);
        assertThat(problem.get("severity").asText()).isEqualTo("error");
    }

    @Test
    void the_problems_of_an_exercise_are_those_of_a_file() throws Exception {
        var course = Path.of("src/test/resources/exercise-course");
        var text = "class Counter { List<String> all; }";
        var body =
                Map.of("file", "Counter.java", "files", Map.of("Counter.java", text), "offset", 0);
        var wrong = Map.of("file", "Other.java", "files", Map.of("Other.java", ""), "offset", 0);
        var exercise = "/api/lessons/counting/exercises/counter/check";
        try (var other =
                TestServer.start(
                        data.resolve("other"), new SandboxAccess.Granted(sandbox), course)) {
            assertThat(other.post(exercise, JSON.writeValueAsString(wrong)).statusCode())
                    .isEqualTo(400);
            var found = JSON.createObjectNode().putArray("diagnostics");
            while (found.isEmpty()) {
                var answer = other.post(exercise, JSON.writeValueAsString(body));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                found = (ArrayNode) JSON.readTree(answer.body()).get("diagnostics");
            }
            assertThat(found.get(0).get("message").asText()).startsWith("cannot find symbol");
        }
    }

    /** Asked again until there is something: a busy machine may not answer in time. */
    private JsonNode ask(String what, String source, int offset, String wanted) throws Exception {
        var body =
                JSON.writeValueAsString(
                        what.equals("check")
                                ? Map.of("cell", "define", "text", source)
                                : Map.of("cell", "define", "text", source, "offset", offset));
        while (true) {
            var answer = server.post(LESSON + "/" + what, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var json = JSON.readTree(answer.body());
            if (!json.get(wanted).isEmpty()) {
                return json;
            }
        }
    }
}
