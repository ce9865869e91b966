package dev.interleave.web.course;

import java.util.List;

/**
 * An exercise of a lesson. Its statement and its files are in the lesson's text.
 *
 * @param tasks ids of the sections of the statement
 * @param files what the learner begins with
 * @param hints the gentlest first
 * @param explanation HTML, for who has passed or given up; empty if there is none
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
