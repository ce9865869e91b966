package dev.interleave.lessons.build.data;

import java.util.List;
import java.util.Map;

/**
 * The map of the course, as the server gets it in {@code course.json}.
 *
 * @param stages in the source language
 * @param translations by their languages
 */
public record Course(
        List<String> languages, List<Stage> stages, Map<String, Translation> translations) {

    /**
     * The map in another language.
     *
     * @param current lessons that are translated as their sources are now
     * @param older lessons whose translations are older than their sources, and still fit
     */
    public record Translation(List<Stage> stages, List<String> current, List<String> older) {}

    /** A stage; {@code number} counts from 1. */
    public record Stage(String id, int number, String title, String summary, List<Entry> lessons) {}

    /** A lesson on the map; {@code minutes} is 0 while it is not written. */
    public record Entry(String id, String title, String summary, int minutes, boolean written) {}

    /** Id of the stage that lists the lesson, or null. */
    public String stageOf(String lesson) {
        return stages.stream()
                .filter(stage -> stage.lessons().stream().anyMatch(e -> e.id().equals(lesson)))
                .map(Stage::id)
                .findFirst()
                .orElse(null);
    }
}
