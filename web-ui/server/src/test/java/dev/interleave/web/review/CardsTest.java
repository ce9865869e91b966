package dev.interleave.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cards and quizzes by their API, and what is kept of them. */
@Timeout(120)
class CardsTest {

    private static final String REVIEWS = "/api/lessons/two-cells/cards/fc-2/reviews";
    private static final String QUIZ = "/api/lessons/two-cells/quizzes/which";

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
    void cards_of_opened_lessons_are_due_in_the_order_of_the_course() {
        assertThat(page()).contains("As soon as you have opened a lesson");
        server.get("/api/lessons/two-cells");
        assertThat(page())
                .containsSubsequence("What is <em>one</em>?", "The first.", "And two?")
                .contains("You have met 0 of the 2 cards")
                .contains("data-good=\"10 minutes\"");
        assertThat(server.get("/").body()).contains("2 cards to review");
    }

    @Test
    void a_card_that_is_easy_is_not_due_any_more_until_that_is_taken_back() throws IOException {
        server.get("/api/lessons/two-cells");
        var after = json(server.post(REVIEWS, "{\"rating\":\"easy\",\"reviews\":0}"));

        assertThat(after.get("reviews").asInt()).isEqualTo(1);
        assertThat(after.get("dueInMillis").asLong()).isBetween(691_000_000L, 691_200_000L);
        assertThat(page()).doesNotContain("And two?").contains("You have met 1 of the 2 cards");
        assertThat(server.delete(REVIEWS + "/2").statusCode()).isEqualTo(409);
        assertThat(json(server.delete(REVIEWS + "/1")).get("reviews").asInt()).isZero();
        assertThat(page()).contains("And two?", "You have met 0 of the 2 cards");
    }

    @Test
    void what_two_tabs_say_of_one_card_counts_once() {
        var first = server.post(REVIEWS, "{\"rating\":\"good\",\"reviews\":0}");
        var second = server.post(REVIEWS, "{\"rating\":\"again\",\"reviews\":0}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("another tab");
    }

    @Test
    void what_is_no_card_and_no_rating_is_refused_in_words() {
        assertThat(server.post(REVIEWS, "{\"rating\":\"fine\",\"reviews\":0}").body())
                .contains("The rating is");
        assertThat(server.post(REVIEWS.replace("fc-2", "fc-9"), "{}").body())
                .contains("There is no card \\\"fc-9\\\"");
        assertThat(server.put(QUIZ, "{\"choices\":[3]}").body()).contains("from 1 to 2");
        assertThat(server.put(QUIZ, "{\"choices\":[]}").statusCode()).isEqualTo(400);
        assertThat(server.put(QUIZ + "x", "{\"choices\":[1]}").statusCode()).isEqualTo(404);
    }

    @Test
    void the_last_answer_to_a_quiz_is_kept() throws IOException {
        assertThat(json(server.get("/api/lessons/two-cells/quizzes")).at("/answers")).isEmpty();
        server.put(QUIZ, "{\"choices\":[1]}");
        var answer = json(server.put(QUIZ, "{\"choices\":[2, 2]}")).at("/answers/which");

        assertThat(answer.at("/choices/0").asInt()).isEqualTo(2);
        assertThat(answer.get("choices")).hasSize(1);
        assertThat(answer.get("correct").asBoolean()).isTrue();
        assertThat(answer.get("tries").asInt()).isEqualTo(2);
    }

    @Test
    void the_export_is_a_collection_of_anki(@TempDir Path folder) throws Exception {
        var file = folder.resolve("collection.anki2");
        Files.write(file, entry("collection.anki2"));

        assertThat(entry("media")).asString().isEqualTo("{}");
        Jdbi.create("jdbc:sqlite:" + file)
                .useHandle(
                        db -> {
                            var fields =
                                    db.select("SELECT flds FROM notes ORDER BY id")
                                            .mapTo(String.class)
                                            .list();
                            assertThat(fields)
                                    .containsExactly(
                                            "What is <em>one</em>?\u001fThe first.\u001fTwo cells",
                                            "And two?\u001fThe second.\u001fTwo cells");
                            assertThat(
                                            db.select(
                                                            "SELECT COUNT(*) FROM cards JOIN notes"
                                                                + " ON nid = notes.id, col WHERE"
                                                                + " json_extract(decks, '$.\"' ||"
                                                                + " did || '\".name') ="
                                                                + " 'Interleave' AND"
                                                                + " json_extract(models, '$.\"' ||"
                                                                + " mid || '\".id') = mid AND ver ="
                                                                + " 11")
                                                    .mapTo(Integer.class)
                                                    .one())
                                    .isEqualTo(2);
                            assertThat(
                                            db.select("SELECT COUNT(DISTINCT guid) FROM notes")
                                                    .mapTo(Integer.class)
                                                    .one())
                                    .isEqualTo(2);
                        });
    }

    private byte[] entry(String name) throws IOException, InterruptedException {
        var answer =
                server.http()
                        .send(
                                server.request("/cards/anki").GET().build(),
                                BodyHandlers.ofByteArray());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("There is no " + name);
    }

    private String page() {
        return server.get("/cards").body();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }
}
