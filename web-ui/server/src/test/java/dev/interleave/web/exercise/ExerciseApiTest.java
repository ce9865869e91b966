package dev.interleave.web.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.Grader;
import dev.interleave.web.TestServer;
import dev.interleave.web.cell.SandboxAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exercises by their API. */
@Timeout(120)
class ExerciseApiTest {

    private static final Path COURSE = Path.of("src/test/resources/exercise-course");
    private static final String EXERCISE = "/api/lessons/counting/exercises/counter";

    @TempDir Path data;
    private TestGrader grader = new TestGrader();
    private TestServer server;

    @BeforeEach
    void start() {
        server = serve(grader);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_new_exercise_shows_neither_hints_nor_explanation() throws IOException {
        var state = state();

        assertThat(state.at("/files/Counter.java/revision").asInt()).isZero();
        assertThat(state.get("hintCount").asInt()).isEqualTo(2);
        assertThat(state.get("hints")).isEmpty();
        assertThat(state.get("hasExplanation").asBoolean()).isTrue();
        assertThat(state.get("explanation").isNull()).isTrue();
        assertThat(server.get("/lessons/counting").body())
                .contains("Exercise: A counter")
                .doesNotContain("Hint one", "It was a counter");
    }

    @Test
    void drafts_are_kept_and_two_tabs_do_not_overwrite_each_other() throws IOException {
        assertThat(draft("first", 0)).isEqualTo(200);
        assertThat(draft("late", 0)).isEqualTo(409);
        assertThat(draft("second", 1)).isEqualTo(200);

        assertThat(state().at("/files/Counter.java/text").asText()).isEqualTo("second");
        assertThat(draft("class Counter {}", 2)).isEqualTo(200);
        assertThat(state().at("/files/Counter.java/text").isNull()).isTrue();
    }

    @Test
    void public_tests_tell_the_fault_and_open_nothing() throws IOException {
        grader.permits.release();
        assertThat(grade("tests", "wrong")).isEqualTo(202);
        var state = stateWhen(ExerciseApiTest::isOver);

        assertThat(state.at("/attempts/0/verdict").asText()).isEqualTo("failed");
        assertThat(state.at("/attempts/0/report/tests/0/fault").asText()).isEqualTo("race");
        assertThat(state.at("/attempts/0/report/tests/0/sentence").asText()).endsWith("PUBLIC");
        grader.permits.release();
        grade("tests", "right");
        assertThat(stateWhen(ExerciseApiTest::isOver).get("passed").asBoolean()).isFalse();
    }

    @Test
    void who_passes_gets_the_explanation_and_keeps_every_attempt() throws IOException {
        grader.permits.release(2);
        grade("submit", "wrong");
        stateWhen(ExerciseApiTest::isOver);
        grade("submit", "right");
        var state = stateWhen(ExerciseApiTest::isOver);

        assertThat(state.get("passed").asBoolean()).isTrue();
        assertThat(state.get("explanation").asText()).isEqualTo("<p>It was a counter.</p>");
        assertThat(state.at("/attempts/0/report").isNull()).isTrue();
        var first = new JsonMapper().readTree(server.get(EXERCISE + "/attempts/1").body());
        assertThat(first.at("/files/Counter.java").asText()).isEqualTo("wrong");
        assertThat(first.at("/report/verdict").asText()).isEqualTo("failed");
        assertThat(server.get(EXERCISE + "/attempts/3").statusCode()).isEqualTo(404);
    }

    @Test
    void one_attempt_is_graded_at_a_time() throws IOException {
        grade("submit", "right");

        assertThat(grade("submit", "right")).isEqualTo(409);
        assertThat(state().get("attempts")).hasSize(1);
        grader.permits.release();
        stateWhen(ExerciseApiTest::isOver);
        grader.permits.release();
        assertThat(grade("submit", "right")).isEqualTo(202);
    }

    @Test
    void a_server_that_ends_meanwhile_says_so_when_it_comes_back() throws IOException {
        grade("submit", "right");
        stateWhen(state -> state.at("/attempts/0/state").asText().equals("running"));
        server.close();
        server = serve(grader);
        var state = state();

        assertThat(state.at("/attempts/0/state").asText()).isEqualTo("interrupted");
        assertThat(state.at("/attempts/0/message").asText()).contains("try again");
    }

    @Test
    void a_server_that_cannot_grade_says_why() throws IOException {
        server.close();
        server = serve(Grader.refusing("There is no jail here."));
        grade("submit", "right");
        var state = stateWhen(ExerciseApiTest::isOver);

        assertThat(state.at("/attempts/0/state").asText()).isEqualTo("impossible");
        assertThat(state.at("/attempts/0/message").asText()).isEqualTo("There is no jail here.");
    }

    @Test
    void hints_come_one_at_a_time_and_giving_up_opens_the_explanation() throws IOException {
        server.post(EXERCISE + "/hints", "{\"shown\":1}");
        assertThat(state().get("hints")).hasSize(1);
        server.post(EXERCISE + "/hints", "{\"shown\":9}");
        assertThat(state().get("hints")).hasSize(2);

        server.post(EXERCISE + "/give-up", "{}");
        var state = state();
        assertThat(state.get("gaveUp").asBoolean()).isTrue();
        assertThat(state.get("explanation").asText()).contains("It was a counter.");
        assertThat(state.get("passed").asBoolean()).isFalse();
        assertThat(state.get("hints")).hasSize(2);
    }

    @Test
    void what_does_not_belong_to_an_exercise_is_refused_in_words() {
        assertThat(server.get("/api/lessons/counting/exercises/nothing").body())
                .contains("There is no exercise \\\"nothing\\\"", "counter");
        assertThat(
                        server.put(
                                        EXERCISE + "/draft",
                                        "{\"file\":\"Other.java\",\"text\":\"\",\"base\":0}")
                                .body())
                .contains("The files of this exercise are [Counter.java].");
        assertThat(server.post(EXERCISE + "/attempts", "{\"kind\":\"tests\",\"files\":{}}").body())
                .contains("The files of this exercise are [Counter.java].");
        assertThat(server.post(EXERCISE + "/attempts", "{\"kind\":\"x\",\"files\":{}}").body())
                .contains("The kind is");
    }

    private TestServer serve(Grader how) {
        return TestServer.start(data, COURSE, new SandboxAccess.Refused("No cells here."), how);
    }

    private int draft(String text, int base) {
        var body = "{\"file\":\"Counter.java\",\"text\":\"%s\",\"base\":%d}".formatted(text, base);
        return server.put(EXERCISE + "/draft", body).statusCode();
    }

    private int grade(String kind, String text) {
        var body = "{\"kind\":\"%s\",\"files\":{\"Counter.java\":\"%s\"}}".formatted(kind, text);
        return server.post(EXERCISE + "/attempts", body).statusCode();
    }

    private JsonNode state() throws IOException {
        return new JsonMapper().readTree(server.get(EXERCISE).body());
    }

    private JsonNode stateWhen(Predicate<JsonNode> condition) throws IOException {
        for (; ; ) {
            var state = state();
            if (condition.test(state)) {
                return state;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean isOver(JsonNode state) {
        var attempts = state.get("attempts");
        var last = attempts.get(attempts.size() - 1).get("state").asText();
        return !last.equals("queued") && !last.equals("running");
    }
}
