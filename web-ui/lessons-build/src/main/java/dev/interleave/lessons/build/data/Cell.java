package dev.interleave.lessons.build.data;

import java.util.List;

/**
 * A code cell, as the server gets it.
 *
 * @param label its title in plain text
 * @param profile the same for all cells of a lesson
 * @param refused whether it must not compile
 * @param fails whether it must end with an exception
 * @param expected what it prints, or null
 */
public record Cell(
        String id,
        String label,
        String source,
        int timeoutSeconds,
        String profile,
        boolean refused,
        boolean fails,
        Expected expected) {

    public Cell expecting(Expected output) {
        return new Cell(id, label, source, timeoutSeconds, profile, refused, fails, output);
    }

    /**
     * What a cell prints.
     *
     * @param kind {@code exact}, {@code contains}, {@code unordered}, {@code oneof} or {@code
     *     pattern}, as the format of the lessons defines them
     * @param numbers whether any number may stand where a number stands
     * @param outcomes one text; with {@code oneof} all that are possible
     */
    public record Expected(String kind, boolean numbers, List<String> outcomes) {}
}
