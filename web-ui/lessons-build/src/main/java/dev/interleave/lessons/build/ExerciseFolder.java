package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Exercise.FileText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What of an exercise is shown to its readers, as it lies in its folder; {@code
 * exercises/README.md} says what each part is.
 *
 * @param texts its AsciiDoc and its settings, by the names of the files
 * @param stub what the learner begins with
 * @param solutions the files of all right solutions, as in {@code monitor/Buffer.java}
 */
record ExerciseFolder(
        String id, Map<String, String> texts, List<FileText> stub, List<FileText> solutions) {

    private static final String SETTINGS = "exercise.properties";
    private static final String JAVA = ".java";
    private static final String LISTING =
            """


            .solution/%s
            [source,java,subs=specialchars]
            ------------
            %s
            ------------
            """;

    static ExerciseFolder read(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".adoc") || name.equals(SETTINGS)) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return new ExerciseFolder(
                folder.getFileName().toString(),
                texts,
                java(folder.resolve("stub")),
                java(folder.resolve("solution")));
    }

    /** What opens after passing or giving up: the explanation, and below it the solutions. */
    Source afterwards(String language) {
        var explanation = source("explanation", language);
        var text = new StringBuilder(explanation.text());
        for (var file : solutions) {
            text.append(LISTING.formatted(file.name(), file.text().strip()));
        }
        return new Source(explanation.language(), id, explanation.file(), text.toString());
    }

    /** One of its texts in a language, or else in the language of the source; may be empty. */
    Source source(String name, String language) {
        var translated = name + "." + language + ".adoc";
        var isTranslated = texts.containsKey(translated);
        var file = isTranslated ? translated : name + ".adoc";
        return new Source(
                isTranslated ? language : LessonFiles.SOURCE_LANGUAGE,
                id,
                "../exercises/" + id + "/" + file,
                texts.getOrDefault(file, ""));
    }

    boolean has(String name) {
        return texts.containsKey(name + ".adoc");
    }

    String setting(String key, String otherwise) {
        var settings = new Properties();
        try {
            settings.load(new StringReader(texts.getOrDefault(SETTINGS, "")));
        } catch (IOException e) {
            throw new IllegalStateException("A text can be read", e);
        }
        return settings.getProperty(key, otherwise).strip();
    }

    /** Everything of it that changes what readers see. */
    List<String> everything() {
        var all = new ArrayList<String>();
        texts.forEach((name, text) -> all.addAll(List.of(name, text)));
        stub.forEach(file -> all.addAll(List.of(file.name(), file.text())));
        solutions.forEach(file -> all.addAll(List.of(file.name(), file.text())));
        return all;
    }

    private static List<FileText> java(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            var found = new ArrayList<FileText>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(JAVA)).sorted().toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                found.add(new FileText(name, Files.readString(file)));
            }
            return List.copyOf(found);
        }
    }
}
