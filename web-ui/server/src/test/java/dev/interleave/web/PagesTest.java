package dev.interleave.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.page.Assets;
import dev.interleave.web.page.Templates;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages as a reader without JavaScript gets them. */
class PagesTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private CourseServer server;

    @BeforeEach
    void start() {
        var library = CourseLibrary.read(Path.of("src/test/resources/course"));
        var settings = new ServerSettings("127.0.0.1", 0, false);
        server = new CourseServer(settings, library, Templates.compiled());
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
        http.close();
    }

    @Test
    void health_says_up() throws Exception {
        assertThat(get("/health").body()).contains("\"status\":\"up\"");
    }

    @Test
    void the_map_names_every_stage_and_links_every_written_lesson() throws Exception {
        assertThat(get("/").body())
                .contains("Waiting", "Sharing", "href=\"/lessons/two-cells\"", "The lost update")
                .doesNotContain("href=\"/lessons/lost-update\"");
    }

    @Test
    void a_lesson_is_readable_as_it_comes() throws Exception {
        assertThat(get("/lessons/two-cells").body())
                .contains("<h1>Two cells</h1>", "int kettles = 20;", "href=\"#define\"")
                .contains("rel=\"prev\" href=\"/lessons/first-cell\"");
    }

    @Test
    void an_unknown_lesson_is_answered_with_those_that_there_are() throws Exception {
        var answer = get("/lessons/three-cells");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("three-cells", "href=\"/lessons/first-cell\"", "A first cell");
    }

    @Test
    void what_does_not_change_is_kept_by_the_browser() throws Exception {
        var answer = get(Assets.ofClassPath().url("favicon.svg"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("immutable");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address().resolve(path)).build();
        return http.send(request, BodyHandlers.ofString());
    }
}
