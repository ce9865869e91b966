package dev.interleave.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching in the lessons by the API. */
class SearchTest {

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
    void a_part_of_a_word_of_code_is_found_with_its_place() {
        assertThat(search("ETTLES"))
                .contains(
                        "\"lesson\":\"two-cells\"",
                        "\"anchor\":\"define-cell\"",
                        "\"code\":true",
                        "{\"text\":\"ettles\",\"hit\":true}");
    }

    @Test
    void all_words_must_be_there_in_the_title_or_the_text() {
        assertThat(search("water%20boils")).contains("\"heading\":\"Use\"", "\"code\":false");
        assertThat(search("two%20boils")).contains("\"heading\":\"Use\"");
        assertThat(search("boils%20nothing")).isEqualTo("{\"results\":[]}");
    }

    @Test
    void signs_of_a_query_language_are_only_signs() {
        assertThat(search("%22boils%20OR%20NOT%20*)(")).isEqualTo("{\"results\":[]}");
        assertThat(search("ke")).isEqualTo("{\"results\":[]}");
        assertThat(search("")).isEqualTo("{\"results\":[]}");
    }

    private String search(String query) {
        return server.get("/api/search?q=" + query).body();
    }
}
