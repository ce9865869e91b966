package dev.interleave.lessons.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lies in the folder of the lessons at one moment.
 *
 * @param languages the source language first, the others in alphabetical order
 * @param sources all AsciiDoc files
 * @param exercises those that lessons may show, by their ids
 */
record LessonFiles(
        List<String> languages, List<Source> sources, Map<String, ExerciseFolder> exercises) {

    static final String SOURCE_LANGUAGE = "en";
    private static final String COURSE = "course";

    private static final String ENDING = ".adoc";

    /** The file of a lesson in the source language. */
    static String sourceOf(String lesson) {
        return SOURCE_LANGUAGE + "/" + lesson + ENDING;
    }

    static LessonFiles read(Path folder) throws IOException {
        var languages = new ArrayList<String>();
        languages.add(SOURCE_LANGUAGE);
        var sources = new ArrayList<Source>();
        for (var language : subfolders(folder)) {
            var files = adocFiles(folder.resolve(language));
            if (files.isEmpty()) {
                continue;
            }
            if (!languages.contains(language)) {
                languages.add(language);
            }
            for (var file : files) {
                var name = file.getFileName().toString();
                var id = name.substring(0, name.length() - ENDING.length());
                sources.add(new Source(language, id, Files.readString(file)));
            }
        }
        return new LessonFiles(languages, sources, exercises(folder.resolveSibling("exercises")));
    }

    /** The lessons of all languages. */
    List<Source> lessons() {
        return sources.stream().filter(each -> !each.id().equals(COURSE)).toList();
    }

    List<Source> lessons(String language) {
        return lessons().stream().filter(each -> each.language().equals(language)).toList();
    }

    /** The map of the course in a language. */
    Optional<Source> course(String language) {
        return sources.stream()
                .filter(each -> each.language().equals(language) && each.id().equals(COURSE))
                .findFirst();
    }

    private static Map<String, ExerciseFolder> exercises(Path folder) throws IOException {
        var exercises = new TreeMap<String, ExerciseFolder>();
        for (var id : subfolders(folder)) {
            exercises.put(id, ExerciseFolder.read(folder.resolve(id)));
        }
        return exercises;
    }

    private static Set<String> subfolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var entries = Files.list(folder)) {
            var names = new TreeSet<String>();
            entries.filter(Files::isDirectory)
                    .forEach(each -> names.add(each.getFileName().toString()));
            return names;
        }
    }

    private static List<Path> adocFiles(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(each -> each.toString().endsWith(ENDING)).sorted().toList();
        }
    }
}
