package dev.interleave.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner types is kept. */
class DraftApiTest {

    private static final String LESSON = "/api/lessons/two-cells";
    private static final String DRAFT = LESSON + "/cells/define/draft";

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
    void a_lesson_that_was_never_touched_has_the_authors_text() {
        assertThat(server.get(LESSON).body())
                .startsWith(
                        "{\"lesson\":{\"id\":\"two-cells\",\"title\":\"Two"
                            + " cells\",\"hash\":\"b1\"},"
                            + "\"session\":{\"state\":\"none\",\"earlierRuns\":0},\"cells\":{\"define\":"
                            + "{\"revision\":0,\"draft\":null,\"run\":null,\"stale\":false,"
                            + "\"staleBecause\":null},\"use\":");
    }

    @Test
    void a_draft_is_there_when_the_server_comes_back() {
        assertThat(server.put(DRAFT, "{\"text\":\"int k = 1; // \\u6c34\",\"base\":0}").body())
                .isEqualTo("{\"revision\":1}");
        server.close();
        server = TestServer.withoutCells(data);

        assertThat(server.get(LESSON).body())
                .contains(
                        "\"define\":{\"revision\":1,\"draft\":"
                                + "{\"text\":\"int k = 1; // 水\",\"revision\":1}");
    }

    @Test
    void a_tab_that_comes_late_gets_the_other_tabs_text() {
        server.put(DRAFT, "{\"text\":\"first\",\"base\":0}");
        var late = server.put(DRAFT, "{\"text\":\"second\",\"base\":0}");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        assertThat(late.body())
                .contains(
                        "\"type\":\"draft-conflict\"",
                        "\"current\":{\"text\":\"first\",\"revision\":1}");
        assertThat(server.put(DRAFT, "{\"text\":\"both\",\"base\":1}").body())
                .isEqualTo("{\"revision\":2}");
    }

    @Test
    void a_reset_returns_what_it_took_away() {
        server.put(DRAFT, "{\"text\":\"mine\",\"base\":0}");

        assertThat(server.delete(DRAFT).body())
                .isEqualTo("{\"previous\":{\"text\":\"mine\",\"revision\":1},\"revision\":2}");
        assertThat(server.get(LESSON).body()).contains("\"define\":{\"revision\":2,\"draft\":null");
        assertThat(server.put(DRAFT, "{\"text\":\"mine\",\"base\":2}").body())
                .isEqualTo("{\"revision\":3}");
    }

    @Test
    void typing_the_authors_text_again_leaves_no_draft() {
        server.put(DRAFT, "{\"text\":\"mine\",\"base\":0}");

        assertThat(server.put(DRAFT, "{\"text\":\"int kettles = 20;\",\"base\":1}").body())
                .isEqualTo("{\"revision\":2}");
        assertThat(server.get(LESSON).body()).contains("\"define\":{\"revision\":2,\"draft\":null");
    }

    @Test
    void half_a_character_does_no_harm() {
        assertThat(server.put(DRAFT, "{\"text\":\"a\\ud83d\",\"base\":0}").statusCode())
                .isEqualTo(200);
        assertThat(server.get(LESSON).statusCode()).isEqualTo(200);
    }

    @Test
    void a_server_that_refuses_cells_says_why_and_keeps_the_text() {
        server.put(DRAFT, "{\"text\":\"mine\",\"base\":0}");
        var answer = server.post(LESSON + "/cells/define/run", "{\"text\":\"mine\",\"base\":1}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("No cells here.");
        assertThat(server.get(LESSON).body()).contains("\"text\":\"mine\"");
    }
}
