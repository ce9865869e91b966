package dev.interleave.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON Lines: an object a line, in UTF-8 whatever the terminal's encoding, each at once.
 *
 * <p>Threading: one thread at a time.
 */
public final class JsonLines {

    private final JsonMapper mapper = new JsonMapper();
    private final OutputStream out;

    public JsonLines(OutputStream out) {
        this.out = out;
    }

    /** On this process's standard output. */
    public static JsonLines onStandardOutput() {
        return new JsonLines(new FileOutputStream(FileDescriptor.out));
    }

    /** An object to fill and {@linkplain #write write}. */
    public ObjectNode object() {
        return mapper.createObjectNode();
    }

    /**
     * Writes an object.
     *
     * @throws UncheckedIOException when nobody reads any more
     */
    public void write(ObjectNode object) {
        try {
            // By way of a string: texts may hold half a surrogate pair, at which bytes would fail.
            var line = mapper.writeValueAsString(object) + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
