package dev.interleave.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.page.Assets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a reader without JavaScript gets them. */
class PagesTest {

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
    void health_says_up_and_why_no_cells_run() {
        assertThat(server.get("/health").body())
                .isEqualTo(
                        "{\"status\":\"up\",\"lessons\":2,\"cells\":\"refused\","
                                + "\"reason\":\"No cells here.\"}");
    }

    @Test
    void the_map_names_every_stage_and_links_every_written_lesson() {
        assertThat(server.get("/").body())
                .contains("Waiting", "Sharing", "href=\"/lessons/two-cells\"", "The lost update")
                .doesNotContain("href=\"/lessons/lost-update\"");
    }

    @Test
    void a_lesson_is_readable_as_it_comes() {
        assertThat(server.get("/lessons/two-cells").body())
                .contains("Two cells", "int kettles = 20;", "href=\"#define\"")
                .contains("href=\"/lessons/first-cell\"");
    }

    @Test
    void ones_own_work_is_on_a_page_of_its_own_that_loads_nothing_from_elsewhere() {
        var draft = "{\"text\":\"int mine = 1; // <b>\",\"base\":0}";
        server.put("/api/lessons/two-cells/cells/use/draft", draft);
        var work = server.get("/lessons/two-cells/work").body();

        assertThat(work)
                .contains(
                        "int mine = 1; // &lt;b&gt;", "int kettles = 20;", "As the author wrote it")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
        assertThat(server.get("/work").body()).contains("Two cells", "int mine = 1;");
        assertThat(server.get("/work").body()).doesNotContain("A first cell");
        assertThat(server.get("/lessons/first-cell/work").body())
                .contains("nothing in this lesson");
        assertThat(server.get("/lessons/no-such/work").statusCode()).isEqualTo(404);
    }

    @Test
    void an_unknown_lesson_is_answered_with_those_that_there_are() {
        var answer = server.get("/lessons/three-cells");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("three-cells", "href=\"/lessons/first-cell\"", "A first cell");
    }

    @Test
    void an_announced_lesson_cannot_be_opened_yet() {
        assertThat(server.get("/lessons/lost-update").statusCode()).isEqualTo(404);
    }

    @Test
    void what_does_not_change_is_kept_by_the_browser() {
        var answer = server.get(Assets.ofClassPath().url("favicon.svg"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
    }

    @Test
    void pages_are_not_kept_by_the_browser() {
        assertThat(server.get("/").headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void pages_are_compressed() {
        var answer =
                server.send(server.request("/lessons/two-cells").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }
}
