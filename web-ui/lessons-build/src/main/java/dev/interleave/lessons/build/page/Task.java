package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Exercise;
import org.jsoup.nodes.Element;

/**
 * An exercise to be shown.
 *
 * @param statement finished HTML, a section for each task
 */
public record Task(Exercise exercise, Element statement) {}
