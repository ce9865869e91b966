package dev.interleave.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document is written by hand; this keeps it from telling something else than the server. */
class OpenApiTest {

    @TempDir Path data;
    private TestServer server;
    private JsonNode document;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.withoutCells(data);
        document = new JsonMapper().readTree(server.get("/openapi.json").body());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void it_describes_every_route_and_no_other() {
        var described = new ArrayList<String>();
        document.get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));

        assertThat(described).containsExactlyInAnyOrderElementsOf(server.server().routes());
    }

    @Test
    void what_it_refers_to_is_there_and_used() {
        var used =
                document.findValuesAsText("$ref").stream()
                        .map(ref -> ref.replace("#/components/schemas/", ""))
                        .distinct()
                        .toList();
        var defined = new ArrayList<String>();
        document.at("/components/schemas").fieldNames().forEachRemaining(defined::add);

        assertThat(used).containsExactlyInAnyOrderElementsOf(defined);
    }

    @Test
    void the_state_has_the_fields_that_it_describes() throws IOException {
        server.put("/api/lessons/two-cells/cells/use/draft", "{\"text\":\"x\",\"base\":0}");
        var state = new JsonMapper().readTree(server.get("/api/lessons/two-cells").body());

        assertFields(state, "LessonState");
        assertFields(state.get("session"), "SessionState");
        assertFields(state.at("/cells/use"), "CellState");
        assertFields(state.at("/cells/use/draft"), "Draft");
    }

    private void assertFields(JsonNode value, String schema) {
        var described = new ArrayList<String>();
        document.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(described::add);
        var found = new ArrayList<String>();
        value.fieldNames().forEachRemaining(found::add);

        assertThat(found).containsExactlyInAnyOrderElementsOf(described);
    }
}
