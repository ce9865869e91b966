package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Exercise;
import org.jsoup.nodes.Element;

/**
 * An exercise to be shown.
 *
 * @param statement finished HTML, a section for each task
 * @param older whether the statement is a translation that is older than its source
 * @param sentences JSON: what tests show in the lesson's language, by the English sentences
 */
public record Task(Exercise exercise, Element statement, boolean older, String sentences) {}
