package dev.interleave.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.bench.WrongResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A learner who does by the API what the page of a lesson does, and hears of it as the page does.
 *
 * <p>Threading: one thread.
 */
final class PageLearner {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CourseProcess course;
    private final HttpClient http;
    private final String cookie;
    private final String lesson;
    private BufferedReader events;
    private long revision;

    PageLearner(CourseProcess course, HttpClient http, String cookie, String lesson) {
        this.course = course;
        this.http = http;
        this.cookie = cookie;
        this.lesson = "/api/lessons/" + lesson;
    }

    /** Runs this text in a cell of the lesson, and returns when the page would show its end. */
    void run(String cell, String text) throws IOException, InterruptedException, WrongResult {
        if (events == null) {
            events = stream();
        }
        var body = Map.of("text", text, "base", revision);
        revision = post("/cells/" + cell + "/run", body).get("revision").asLong();
        for (var line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("data:") && line.contains("\"type\":\"done\"")) {
                if (!line.contains("\"status\":\"ok\"")) {
                    throw new WrongResult("\"" + text + "\" ended with " + line);
                }
                return;
            }
        }
        throw new IOException("The stream of events ended.");
    }

    private BufferedReader stream() throws IOException, InterruptedException {
        var answer = http.send(request("/events").build(), BodyHandlers.ofInputStream());
        checkStatus(answer);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** Has versions compared, waits for the end, and returns what came out of the first pair. */
    JsonNode compare(String comparison, List<String> versions, boolean same, int n)
            throws IOException, InterruptedException, WrongResult {
        var path = "/comparisons/" + comparison;
        post(path + "/runs", Map.of("versions", versions, "n", n, "same", same, "prediction", 1));
        while (true) {
            var answer = http.send(request(path).build(), BodyHandlers.ofString());
            checkStatus(answer);
            var runs = JSON.readTree(answer.body()).get("runs");
            var run = runs.get(runs.size() - 1);
            switch (run.get("state").asText()) {
                case "running" -> Thread.sleep(PAUSE);
                case "done" -> {
                    return run.at("/results/0");
                }
                default -> throw new WrongResult("A comparison ended with " + run);
            }
        }
    }

    private JsonNode post(String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-Interleave", "1")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        checkStatus(answer);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(course.address().resolve(lesson + path))
                .header("Cookie", cookie);
    }

    private static void checkStatus(HttpResponse<?> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
    }
}
