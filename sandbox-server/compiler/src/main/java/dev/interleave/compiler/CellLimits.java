package dev.interleave.compiler;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a cell may be at most before javac sees it; both keep javac from its worst inputs. */
final class CellLimits {

    /** In bytes of UTF-8. */
    static final int MAX_BYTES = 64 << 10;

    /** Brackets that are open at once. */
    static final int MAX_NESTING = 200;

    private CellLimits() {}

    /** Why the cell is refused, or empty. */
    static Optional<String> refusal(CellSource cell) {
        if (cell.text().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of(
                    "This cell is longer than "
                            + MAX_BYTES / 1024
                            + " KiB. Divide it into several cells.");
        }
        if (cell.tokens().deepest() > MAX_NESTING) {
            return Optional.of(
                    "Brackets are nested more than "
                            + MAX_NESTING
                            + " deep here. Give the inner parts names of their own.");
        }
        return Optional.empty();
    }
}
