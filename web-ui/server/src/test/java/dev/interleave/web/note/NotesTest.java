package dev.interleave.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Notes by their API, their page and the search. */
@Timeout(120)
class NotesTest {

    private static final String NOTES = "/api/lessons/two-cells/notes";

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
    void a_note_is_kept_and_no_tab_overwrites_another() {
        assertThat(server.get("/notes").body()).contains("You have no notes yet");
        assertThat(save("First", 0).body()).isEqualTo("{\"revision\":1}");
        assertThat(save("<b>Second</b>", 1).body()).isEqualTo("{\"revision\":2}");

        var late = save("Third", 1);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("\"text\":\"<b>Second</b>\",\"revision\":2");
        server.close();
        server = TestServer.withoutCells(data);

        assertThat(server.get(NOTES).body())
                .contains("\"paragraph\":\"abc-2\"", "\"beginning\":\"Water boils\"", "Second");
        assertThat(server.get("/notes").body())
                .contains("href=\"/lessons/two-cells#note-abc-2\"", "&lt;b&gt;Second&lt;/b&gt;");
        assertThat(server.get("/work").body())
                .contains("href=\"/lessons/two-cells#note-abc-2\"", "&lt;b&gt;Second&lt;/b&gt;");
    }

    @Test
    void an_empty_note_is_none() {
        save("First", 0);
        assertThat(save("", 1).body()).isEqualTo("{\"revision\":0}");
        assertThat(server.get(NOTES).body()).isEqualTo("{\"notes\":[]}");
        assertThat(save("", 1).statusCode()).isEqualTo(409);
    }

    @Test
    void the_search_finds_what_was_noted() {
        save("Ask about 100%_of Kettles", 0);

        assertThat(search("kettles%20ask"))
                .contains("\"heading\":\"Your note\"", "\"anchor\":\"note-abc-2\"")
                .contains("{\"text\":\"Kettles\",\"hit\":true}");
        assertThat(search("100%25_of")).contains("Your note");
        assertThat(search("100x_of")).doesNotContain("Your note");
    }

    @Test
    void what_is_no_note_is_refused() {
        assertThat(save("x".repeat(10_001), 0).statusCode()).isEqualTo(400);
        assertThat(server.put(NOTES + "/A%20B", body("x", 0)).statusCode()).isEqualTo(400);
        assertThat(server.put("/api/lessons/none/notes/a", body("x", 0)).statusCode())
                .isEqualTo(404);
    }

    private String search(String query) {
        return server.get("/api/search?q=" + query).body();
    }

    private HttpResponse<String> save(String text, int base) {
        return server.put(NOTES + "/abc-2", body(text, base));
    }

    private static String body(String text, int base) {
        return "{\"beginning\":\"Water boils\",\"text\":\"%s\",\"base\":%d}".formatted(text, base);
    }
}
