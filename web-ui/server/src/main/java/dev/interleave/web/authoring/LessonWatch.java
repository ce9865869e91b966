package dev.interleave.web.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has lessons converted whenever their author saves them. The converter is a process of its own,
 * kept warm, that tells by a line of JSON each what it has built.
 *
 * <p>Threading: has one thread, which calls the listener; closing it ends the converter.
 */
public final class LessonWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LessonWatch.class);

    private final JsonMapper json = new JsonMapper();
    private final Listener listener;
    private final Process converter;

    /** Hears what was built. */
    public interface Listener {

        /** A lesson was built anew. */
        void lesson(String id);

        /** The map of the course was. */
        void course();

        /** Something must be put right; what was built before stays. */
        void problem(String sentence);
    }

    /**
     * Starts the converter.
     *
     * @param command that ends when its input does
     */
    public LessonWatch(List<String> command, Listener listener) {
        this.listener = listener;
        try {
            this.converter =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the converter of the lessons", e);
        }
        Thread.ofVirtual().name("lesson-watch").start(this::read);
    }

    /** Ends the converter. */
    @Override
    public void close() {
        converter.destroy();
    }

    private void read() {
        try (var lines = converter.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                tell(line);
            }
        } catch (IOException e) {
            LOG.debug("The converter of the lessons has ended", e);
        }
    }

    private void tell(String line) {
        try {
            var event = json.readTree(line);
            switch (event.path("event").asText()) {
                case "lesson" -> listener.lesson(event.path("id").asText());
                case "course" -> listener.course();
                case "problem" -> listener.problem(problem(event));
                default -> LOG.debug("The converter says {}", line);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Could not follow what the converter says: {}", line, e);
        }
    }

    private static String problem(JsonNode event) {
        return "lessons/%s:%d: %s"
                .formatted(
                        event.path("file").asText(),
                        event.path("line").asInt(),
                        event.path("message").asText());
    }
}
