package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Exercise.FileText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of an exercise is shown to its readers, as it lies in its folder; {@code
 * exercises/README.md} says what each part is.
 *
 * @param texts its AsciiDoc and its settings, by the names of the files
 * @param stub what the learner begins with
 * @param solutions the files of all right solutions, as in {@code monitor/Buffer.java}
 * @param testSentences what the tests show, in the language of the source
 */
record ExerciseFolder(
        String id,
        Map<String, String> texts,
        List<FileText> stub,
        List<FileText> solutions,
        Set<String> testSentences) {

    private static final String SETTINGS = "exercise.properties";
    private static final String JAVA = ".java";
    private static final String ENDING = ".adoc";
    private static final List<String> NAMES = List.of("task", "hints", "explanation");
    private static final Pattern TITLE = Pattern.compile("\\A= (.+)");
    private static final Pattern SENTENCE = Pattern.compile("(?m)^(\\S.*?):: (.+)$");
    private static final Pattern DISPLAY_NAME =
            Pattern.compile(
                    "@DisplayName\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)");
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
                if (name.endsWith(ENDING) || name.equals(SETTINGS)) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return new ExerciseFolder(
                folder.getFileName().toString(),
                texts,
                java(folder.resolve("stub")),
                java(folder.resolve("solution")),
                testSentences(java(folder.resolve("tests"))));
    }

    private static Set<String> testSentences(List<FileText> tests) {
        var sentences = new TreeSet<String>();
        for (var test : tests) {
            DISPLAY_NAME
                    .matcher(test.text())
                    .results()
                    .forEach(name -> sentences.add(unquoted(name.group(1))));
        }
        return sentences;
    }

    /** What a string of Java says that may be put together of several. */
    private static String unquoted(String literal) {
        var one = literal.replaceAll("\"\\s*\\+\\s*\"", "");
        return one.substring(1, one.length() - 1).translateEscapes();
    }

    /** What opens after passing or giving up: the explanation, and below it the solutions. */
    Source afterwards(Source explanation) {
        var text = new StringBuilder(explanation.text());
        for (var file : solutions) {
            text.append(LISTING.formatted(file.name(), file.text().strip()));
        }
        return new Source(explanation.language(), id, explanation.file(), text.toString());
    }

    /** One of its texts as readers of a language get it. */
    ExerciseText text(String name, String language) {
        var english = source(name + ENDING, LessonFiles.SOURCE_LANGUAGE);
        var translated = name + "." + language + ENDING;
        return texts.containsKey(translated)
                ? ExerciseText.translated(english, source(translated, language))
                : ExerciseText.untranslated(english);
    }

    private Source source(String file, String language) {
        return new Source(
                language, id, "../exercises/" + id + "/" + file, texts.getOrDefault(file, ""));
    }

    /** Its title in a language, or else in the language of the source. */
    String title(String language) {
        var task = text("task", language).source();
        var title = TITLE.matcher(task.text());
        return title.find() ? title.group(1) : setting("title", id);
    }

    /** What the tests show, by the English sentences, as a language has them. */
    Map<String, String> sentences(String language) {
        var translated = texts.getOrDefault("tests." + language + ENDING, "");
        var sentences = new LinkedHashMap<String, String>();
        SENTENCE.matcher(translated)
                .results()
                .forEach(line -> sentences.put(line.group(1), line.group(2)));
        return sentences;
    }

    /** What must be put right in its translations into a language. */
    List<Problem> problems(String language) {
        return NAMES.stream().flatMap(name -> text(name, language).problems().stream()).toList();
    }

    /** What is older than its source in its translations into a language. */
    List<Problem> warnings(String language) {
        var warnings = new ArrayList<Problem>();
        NAMES.forEach(name -> warnings.addAll(text(name, language).warnings()));
        var file = source("tests." + language + ENDING, language).file();
        for (var sentence : sentences(language).keySet()) {
            if (!testSentences.contains(sentence)) {
                var message = "No test says \"%s\" any more.".formatted(sentence);
                warnings.add(new Problem(file, 0, message));
            }
        }
        return warnings;
    }

    boolean has(String name) {
        return texts.containsKey(name + ENDING);
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
