package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Course.Entry;
import dev.interleave.lessons.build.data.Course.Stage;
import dev.interleave.lessons.build.data.Course.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the translations of one language against their sources. As long as a source is as it was
 * when it was translated, what differs is a problem; once it is newer, only a warning, so that
 * nobody who changes a lesson has to change its translations at once.
 */
final class Translations {

    private final String language;
    private final List<Stage> source;
    private final Map<String, Facts> lessons;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<String> current = new ArrayList<>();
    private final List<String> older = new ArrayList<>();

    /**
     * @param source the map of the source language
     * @param lessons facts of all lessons that could be converted, by their files
     */
    Translations(String language, List<Stage> source, Map<String, Facts> lessons) {
        this.language = language;
        this.source = source;
        this.lessons = lessons;
    }

    /** Checks all of them. */
    void check() {
        for (var facts : lessons.values()) {
            if (facts.language().equals(language)) {
                check(facts);
            }
        }
    }

    List<Problem> problems() {
        return problems;
    }

    List<Problem> warnings() {
        return warnings;
    }

    private void check(Facts translation) {
        var english = lessons.get(LessonFiles.sourceOf(translation.id()));
        if (english == null) {
            warnings.add(warning(translation, "There is no lesson of this name to translate."));
            return;
        }
        var differences = TranslationRules.differences(english, translation);
        if (english.form().madeOf().equals(translation.form().madeOf())) {
            problems.addAll(differences);
            if (differences.isEmpty()) {
                current.add(translation.id());
            }
        } else if (differences.isEmpty()) {
            older.add(translation.id());
            warnings.add(
                    warning(
                            translation,
                            "The source is newer than this translation. Once it is up to date,"
                                    + " write :source-hash: %s."
                                            .formatted(english.form().madeOf())));
        } else {
            warnings.add(
                    warning(
                            translation,
                            ("The source is newer and this translation does not fit any more, so"
                                            + " that readers get the source. %s")
                                    .formatted(differences.getFirst().message())));
        }
    }

    private static Problem warning(Facts translation, String message) {
        return new Problem(translation.file(), 0, message);
    }

    /**
     * The map in this language: the stages and lessons of the source, each with its translated
     * words where there are some.
     *
     * @param map as the language has it
     */
    Translation map(List<Stage> map) {
        var words = new HashMap<String, Entry>();
        var stages = new HashMap<String, Stage>();
        for (var stage : map) {
            stages.put(stage.id(), stage);
            stage.lessons().forEach(entry -> words.put(entry.id(), entry));
        }
        return new Translation(
                source.stream()
                        .map(stage -> stage(stage, stages.getOrDefault(stage.id(), stage), words))
                        .toList(),
                List.copyOf(current),
                List.copyOf(older));
    }

    private Stage stage(Stage stage, Stage translated, Map<String, Entry> words) {
        return new Stage(
                stage.id(),
                stage.number(),
                translated.title(),
                translated.summary(),
                stage.lessons().stream()
                        .map(entry -> entry(entry, words.getOrDefault(entry.id(), entry)))
                        .toList());
    }

    private Entry entry(Entry entry, Entry translated) {
        var shown = current.contains(entry.id()) || older.contains(entry.id());
        var lesson = lessons.get(language + "/" + entry.id() + ".adoc");
        return new Entry(
                entry.id(),
                shown ? lesson.title() : translated.title(),
                translated.summary(),
                entry.minutes(),
                entry.written());
    }
}
