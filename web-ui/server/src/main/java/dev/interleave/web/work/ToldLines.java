package dev.interleave.web.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.work.LessonWork.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts what a run told into lines to read: what was printed, values, and why it failed. Colours and
 * what else a terminal understands are left out.
 *
 * <p>Threading: any thread may call anything.
 */
final class ToldLines {

    private static final Pattern TERMINAL =
            Pattern.compile("\\u001b(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\\u0007]*\\u0007|.)");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private final JsonMapper json = new JsonMapper();

    /** Of the events of a run, each a JSON object. */
    List<Line> of(List<String> events) {
        var lines = new ArrayList<Line>();
        for (var event : events) {
            var line = line(read(event));
            if (line != null) {
                add(lines, new Line(line.kind(), plain(line.text())));
            }
        }
        return lines;
    }

    /** Texts of one stream come in pieces that need not end with a line. */
    private static void add(List<Line> lines, Line line) {
        var last = lines.isEmpty() ? null : lines.getLast();
        var stream = line.kind().equals("out") || line.kind().equals("err");
        if (stream && last != null && last.kind().equals(line.kind())) {
            lines.set(lines.size() - 1, new Line(line.kind(), last.text() + line.text()));
        } else {
            lines.add(line);
        }
    }

    private static Line line(JsonNode event) {
        return switch (event.path("type").asText()) {
            case "stdout" -> new Line("out", event.path("text").asText());
            case "stderr" -> new Line("err", event.path("text").asText());
            case "value" ->
                    new Line(
                            "value",
                            event.path("name").asText() + " = " + event.path("text").asText());
            case "omitted" ->
                    new Line("note", event.path("bytes").asLong() + " bytes were left out here.");
            case "diagnostic" ->
                    new Line(
                            "problem",
                            "Line %d: %s"
                                    .formatted(
                                            event.path("line").asInt(),
                                            event.path("message").asText()));
            case "exception" ->
                    new Line(
                            "problem",
                            event.path("className").asText()
                                    + (event.path("message").isTextual()
                                            ? ": " + event.path("message").asText()
                                            : ""));
            default -> null;
        };
    }

    private static String plain(String text) {
        return INVISIBLE.matcher(TERMINAL.matcher(text).replaceAll("")).replaceAll("");
    }

    private JsonNode read(String event) {
        try {
            return json.readTree(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Events are JSON", e);
        }
    }
}
