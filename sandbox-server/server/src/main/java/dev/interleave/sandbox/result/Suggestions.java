package dev.interleave.sandbox.result;

import java.util.List;

/**
 * What may stand at a place of a source; each replaces the text from {@code anchor} up to the place
 * asked for.
 */
public record Suggestions(int anchor, List<Suggestion> items) {

    /**
     * One that may stand there.
     *
     * @param detail parameters and type, or the package; may be empty
     * @param imported the full name of a type that must be imported, else empty
     * @param fits whether it has the type that is wanted there
     */
    public record Suggestion(
            String text, String kind, String detail, String imported, boolean fits) {}
}
