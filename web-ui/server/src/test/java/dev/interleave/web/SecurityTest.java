package dev.interleave.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no page of ours would make. */
class SecurityTest {

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

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST, 200",
        "localhost:PORT, 200",
        "127.0.0.1:PORT, 200",
        "[::1]:PORT, 200",
        "localhost:9999, 200",
        "evil.example, 421",
        "evil.example:PORT, 421",
        "localhost.evil.example:PORT, 421",
        "evil.example#localhost, 400",
        "192.168.0.7:PORT, 421",
    })
    void only_our_own_host_names_are_answered(String host, int status) throws IOException {
        var port = Integer.toString(server.address().getPort());

        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host.replace("PORT", port)))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void a_request_without_a_host_is_refused() throws IOException {
        assertThat(raw("GET / HTTP/1.0")).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, application/json, -, -, 200",
                "1, application/json; charset=utf-8, OWN, same-origin, 200",
                "1, application/json, -, none, 200",
                "-, application/json, OWN, same-origin, 403",
                "0, application/json, OWN, same-origin, 403",
                "1, text/plain, OWN, same-origin, 415",
                "1, -, OWN, same-origin, 415",
                "1, application/x-www-form-urlencoded, OWN, same-origin, 415",
                "1, application/jsonp, OWN, same-origin, 415",
                "1, application/json, https://evil.example, -, 403",
                "1, application/json, null, -, 403",
                "1, application/json, http://127.0.0.1:1, -, 403",
                "1, application/json, OWN, cross-site, 403",
                "1, application/json, OWN, same-site, 403",
            })
    void a_command_must_come_from_our_own_page(
            String header, String contentType, String origin, String site, int status) {
        var request = server.request(DRAFT).PUT(BodyPublishers.ofString(draft()));
        if (header != null) {
            request.header("X-Interleave", header);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("OWN") ? server.address() + "" : origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }

        assertThat(server.send(request).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "navigate, document, /, 200",
        "navigate, iframe, /, 403",
        "no-cors, image, /, 403",
        "cors, empty, /api/lessons/first-cell, 403",
        "no-cors, script, /api/lessons/first-cell, 403",
    })
    void another_site_may_link_to_us_but_not_read_from_us(
            String mode, String destination, String path, int status) {
        var request =
                server.request(path)
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Mode", mode)
                        .header("Sec-Fetch-Dest", destination);

        assertThat(server.send(request).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lessons/first-cell",
                "/lessons/none",
                "/api/lessons/first-cell",
                "/health",
                "/assets/none.js"
            })
    void every_answer_says_what_a_page_may_do(String path) {
        var headers = server.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void a_nonce_is_used_once_and_stands_in_the_page() {
        var first = server.get("/");
        var second = server.get("/");

        assertThat(nonce(first.headers().firstValue("Content-Security-Policy").orElseThrow()))
                .isNotEqualTo(
                        nonce(
                                second.headers()
                                        .firstValue("Content-Security-Policy")
                                        .orElseThrow()));
        assertThat(first.body())
                .contains(
                        nonce(first.headers().firstValue("Content-Security-Policy").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../interleave.db",
                "/assets/%2e%2e/logback.xml",
                "/assets/..%2flogback.xml",
                "/assets//etc/passwd",
                "/assets/%00",
                "/lessons/..%2f..%2fetc%2fpasswd"
            })
    void paths_do_not_lead_out(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost")).startsWith("HTTP/1.1 4");
    }

    private static String nonce(String policy) {
        return policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
    }

    private static String draft() {
        return "{\"text\":\"same\",\"base\":0}";
    }

    private static String raw(String head) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.address().getPort())) {
            var request = head + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
