package dev.interleave.web.course;

import java.util.List;
import java.util.Map;

/**
 * The map of the course: which lessons there are, stage by stage, in reading order.
 *
 * @param translations by their languages
 */
public record Course(
        List<String> languages, List<Stage> stages, Map<String, Translation> translations) {

    public Course {
        translations = translations == null ? Map.of() : Map.copyOf(translations);
    }

    /**
     * The map in another language.
     *
     * @param current lessons that are translated as their sources are now
     * @param older lessons whose translations are older than their sources
     */
    public record Translation(List<Stage> stages, List<String> current, List<String> older) {}

    /** One stage of the course; {@code number} counts from 1. */
    public record Stage(String id, int number, String title, String summary, List<Entry> lessons) {}

    /**
     * A lesson's line in the map; {@code minutes} is the time that a reader should plan for, and
     * {@code written} is false for a lesson that is only announced.
     */
    public record Entry(String id, String title, String summary, int minutes, boolean written) {}

    /** Every lesson that can be opened, in reading order. */
    public List<Entry> written() {
        return stages.stream()
                .flatMap(stage -> stage.lessons().stream())
                .filter(Entry::written)
                .toList();
    }

    /** The stage that a lesson belongs to. */
    public Stage stageOf(String lesson) {
        return stages.stream()
                .filter(stage -> stage.lessons().stream().anyMatch(e -> e.id().equals(lesson)))
                .findFirst()
                .orElseThrow();
    }
}
