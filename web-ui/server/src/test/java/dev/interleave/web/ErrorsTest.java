package dev.interleave.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What does not work is answered with a page, or in the API with JSON; never with a stack trace.
 */
class ErrorsTest {

    private static final String DRAFT = "/api/lessons/first-cell/cells/hello/draft";

    @TempDir static Path data;
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.withoutCells(data);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void an_unknown_page_is_a_page() {
        var answer = server.get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().contains("html");
        assertThat(answer.body()).contains("Not Found", "href=\"/\"");
    }

    @Test
    void an_unknown_command_is_json() {
        var answer = server.get("/api/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(isProblem());
        assertThat(answer.body()).startsWith("{\"status\":404,\"title\":\"Not Found\"");
    }

    @Test
    void an_unknown_lesson_names_the_known_ones() {
        var answer = server.get("/api/lessons/three-cells");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("\"lessons\":[\"first-cell\",\"two-cells\"]", "three-cells");
    }

    @Test
    void an_unknown_cell_names_the_known_ones() {
        var answer =
                server.put(
                        "/api/lessons/two-cells/cells/hello/draft", "{\"text\":\"\",\"base\":0}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("[define, use]");
    }

    @Test
    void a_wrong_method_says_which_are_right() {
        var answer = server.post(DRAFT, "{}");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(isProblem());
        assertThat(answer.headers().firstValue("Allow")).get().asString().contains("PUT", "DELETE");
    }

    @Test
    void a_wrong_method_on_a_page_is_a_page() {
        var answer = server.post("/lessons/first-cell", "{}");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().contains("html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"text\":1}",
                "{\"text\":\"a\"}",
                "{\"text\":null,\"base\":0}",
                "{\"text\":\"a\",\"base\":null}",
                "{\"text\":\"a\",\"base\":\"x\"}",
                "{\"text\":\"a\",\"base\":0,\"more\":1}",
                "{\"text\":\"a\",\"base\":0} {}"
            })
    void a_body_that_is_not_what_the_command_takes_is_refused(String body) {
        var answer = server.put(DRAFT, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(isProblem());
        assertThat(answer.body()).doesNotContain("com.fasterxml", "dev.interleave", "\\tat ");
    }

    @ParameterizedTest
    @CsvSource({"65536, 200", "65537, 413", "1000000, 413"})
    void a_text_has_a_largest_size(int length, int status) {
        var answer =
                server.put(DRAFT, "{\"text\":\"%s\",\"base\":0}".formatted("a".repeat(length)));

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 413) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(isProblem());
        }
        server.delete(DRAFT);
    }

    @Test
    void a_body_that_does_not_say_its_size_is_limited_too() {
        var endless = "{\"text\":\"" + "a".repeat(400_000) + "\",\"base\":0}";
        var chunked =
                BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(endless.getBytes(StandardCharsets.UTF_8)));

        assertThat(server.send(server.command(DRAFT).PUT(chunked)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: LONG",
                "NONSENSE"
            })
    void what_is_no_http_tells_nothing_about_the_server(String head) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.address().getPort())) {
            var request = head.replace("LONG", "x".repeat(100_000)) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            var answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).startsWith("HTTP/1.1 4");
            assertThat(answer.toLowerCase()).doesNotContain("jetty", "javalin", "\tat ");
        }
    }

    private static Consumer<String> isProblem() {
        return type -> assertThat(type).startsWith("application/problem+json");
    }
}
