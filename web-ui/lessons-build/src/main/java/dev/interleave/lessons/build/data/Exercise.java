package dev.interleave.lessons.build.data;

import java.util.List;

/**
 * An exercise of a lesson, as the server gets it. Its statement and its stub are in the lesson's
 * text; what is here is kept from the page until it may be shown.
 *
 * @param tasks ids of the sections of the statement
 * @param files what the learner begins with
 * @param hints the gentlest first
 * @param explanation HTML, with the right solutions below it; empty if there is neither
 */
public record Exercise(
        String id,
        String title,
        double points,
        List<String> tasks,
        List<FileText> files,
        List<Hint> hints,
        String explanation) {

    /** A file by its name, which may contain folders. */
    public record FileText(String name, String text) {}

    /** A hint; {@code html} is its text. */
    public record Hint(String title, String html) {}
}
