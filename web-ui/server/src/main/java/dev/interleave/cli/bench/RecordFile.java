package dev.interleave.cli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps each result as a line of JSON as soon as it is there, so that hours of measuring can be
 * ended at any time and gone on with.
 *
 * <p>Threading: one thread at a time.
 *
 * @param resume whether to go on with what is in the file; otherwise there must be none
 * @param kind what a line is
 */
record RecordFile<T>(Path file, boolean resume, Class<T> kind) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * What was kept before.
     *
     * @throws IOException if there is a file that is not to be gone on with, or not to be read
     */
    List<T> open() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        if (!resume) {
            throw new IOException(
                    file + " is there already: --resume goes on with it, --record names another.");
        }
        dropHalfLine();
        var records = new ArrayList<T>();
        for (var line : Files.readAllLines(file)) {
            records.add(MAPPER.readValue(line, kind));
        }
        return records;
    }

    /** Who was ended while writing left a line without its end. */
    private void dropHalfLine() throws IOException {
        var text = Files.readString(file);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (!whole.equals(text)) {
            Files.writeString(file, whole);
        }
    }

    void add(T done) throws IOException {
        Files.writeString(
                file,
                MAPPER.writeValueAsString(done) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
