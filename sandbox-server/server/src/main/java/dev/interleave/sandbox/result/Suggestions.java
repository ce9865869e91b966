package dev.interleave.sandbox.result;

import java.util.List;

/**
 * What may stand at a place of a source; each replaces the text from {@code anchor} up to the place
 * asked for.
 */
public record Suggestions(int anchor, List<Suggestion> items) {

    /** {@code fits} is true for what has the type that is wanted there. */
    public record Suggestion(String text, String kind, boolean fits) {}
}
