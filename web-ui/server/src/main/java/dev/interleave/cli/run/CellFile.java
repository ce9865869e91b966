package dev.interleave.cli.run;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of cells. A line {@code // ---} ends a cell; n such lines make n + 1 cells, of which any
 * may be empty.
 */
public record CellFile(Path path, List<String> cells) {

    private static final String SEPARATOR = "// ---";

    /**
     * Reads a file of UTF-8 text.
     *
     * @throws UnreadableException if it cannot be read; the message says why
     */
    public static CellFile read(Path path) throws UnreadableException {
        if (Files.isDirectory(path)) {
            throw new UnreadableException(path + " is a folder; run takes files.");
        }
        try {
            return new CellFile(path, split(Files.readString(path, StandardCharsets.UTF_8)));
        } catch (CharacterCodingException e) {
            throw new UnreadableException(path + " is not text in UTF-8.");
        } catch (IOException e) {
            throw new UnreadableException(
                    Files.exists(path)
                            ? path + " cannot be read: " + e.getMessage()
                            : "There is no file " + path + ".");
        }
    }

    static List<String> split(String text) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (var line : text.replaceFirst("^\uFEFF", "").split("(?<=\n)")) {
            if (line.stripTrailing().equals(SEPARATOR)) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(line);
            }
        }
        cells.add(cell.toString());
        return List.copyOf(cells);
    }

    /** A file that cannot be run, in a sentence. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
