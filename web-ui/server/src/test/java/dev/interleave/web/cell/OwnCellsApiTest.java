package dev.interleave.web.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that learners add, by the API. */
class OwnCellsApiTest {

    private static final String LESSON = "/api/lessons/two-cells";
    private static final String CELLS = LESSON + "/cells";

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
    void cells_stand_below_those_they_were_added_to_also_after_a_restart() throws IOException {
        var added = add("define", "int mine = 1;");
        assertThat(added).contains("\"cells\":[\"define\",\"own_1\",\"use\"]");
        add("define", "");
        add("own_1", "");
        add("use", "");
        server.close();
        server = TestServer.withoutCells(data);

        assertThat(order()).containsExactly("define", "own_2", "own_1", "own_3", "use", "own_4");
        assertThat(server.get(LESSON).body())
                .contains("\"own_1\":{\"revision\":1,\"draft\":{\"text\":\"int mine = 1;\"");
    }

    @Test
    void a_cell_is_written_like_one_of_the_author() {
        add("define", "");

        assertThat(
                        server.put(CELLS + "/own_1/draft", "{\"text\":\"1 + 1\",\"base\":0}")
                                .statusCode())
                .isEqualTo(200);
        assertThat(server.get(LESSON).body()).contains("\"text\":\"1 + 1\"");
    }

    @Test
    void a_cell_moves_between_the_others() throws IOException {
        add("define", "");
        server.post(CELLS + "/own_1/move", "{\"after\":\"use\"}");
        assertThat(order()).containsExactly("define", "use", "own_1");

        add("use", "");
        server.post(CELLS + "/own_2/move", "{\"after\":\"own_1\"}");
        assertThat(order()).containsExactly("define", "use", "own_1", "own_2");
    }

    @Test
    void a_removed_cell_comes_back_to_its_place_with_its_text() throws IOException {
        add("define", "kept");
        add("own_1", "");
        server.delete(CELLS + "/own_1");
        assertThat(order()).containsExactly("define", "own_2", "use");
        assertThat(server.put(CELLS + "/own_1/draft", "{\"text\":\"x\",\"base\":1}").statusCode())
                .isEqualTo(404);

        server.post(CELLS + "/own_1/restore", "{}");
        assertThat(order()).containsExactly("define", "own_1", "own_2", "use");
        assertThat(server.get(LESSON).body()).contains("\"text\":\"kept\"");
    }

    @Test
    void the_authors_cells_stay_where_they_are() {
        assertThat(server.delete(CELLS + "/define").body())
                .contains("This is a cell of the author");
        assertThat(server.post(CELLS + "/use/move", "{\"after\":\"define\"}").statusCode())
                .isEqualTo(400);
        assertThat(server.post(CELLS, "{\"after\":\"nowhere\",\"text\":\"\"}").statusCode())
                .isEqualTo(404);
        assertThat(server.post(CELLS + "/own_7/restore", "{}").statusCode()).isEqualTo(404);
    }

    private String add(String after, String text) {
        var body = "{\"after\":\"%s\",\"text\":\"%s\"}".formatted(after, text);
        return server.post(CELLS, body).body();
    }

    private List<String> order() throws IOException {
        var cells = new ArrayList<String>();
        new JsonMapper()
                .readTree(server.get(LESSON).body())
                .get("cells")
                .fieldNames()
                .forEachRemaining(cells::add);
        return cells;
    }
}
