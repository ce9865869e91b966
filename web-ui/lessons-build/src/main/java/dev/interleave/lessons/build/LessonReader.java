package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Lesson;
import dev.interleave.lessons.build.data.Lesson.Heading;
import dev.interleave.lessons.build.page.PageHtml;
import dev.interleave.lessons.build.page.Passages;
import dev.interleave.lessons.build.page.Questions;
import dev.interleave.lessons.build.page.Task;
import dev.interleave.lessons.build.page.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asciidoctor.ast.Document;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Makes a lesson of its AsciiDoc. */
final class LessonReader {

    private static final int LONGEST_MINUTES = 90;

    private final AsciiDoc asciiDoc;
    private final LessonFiles files;

    LessonReader(AsciiDoc asciiDoc, LessonFiles files) {
        this.asciiDoc = asciiDoc;
        this.files = files;
    }

    /** The lesson and its facts. They can be used only if the source got no problems on the way. */
    Read read(Source source, String stage, String hash) {
        var parsed = asciiDoc.parse(source);
        var document = parsed.document();
        BlockRules.check(source, document, files);
        LearningRules.check(source, document);
        var profile = ProfileReader.read(source, document);
        var cells = CellReader.read(source, document, profile);
        var predictions = PredictionReader.read(source, document, cells);
        var exercises = exercises(source, document);
        var comparisons = ComparisonReader.read(source, document);
        Links.ids(source, Jsoup.parseBodyFragment(parsed.html()));
        if (!source.problems().isEmpty()) {
            // Blocks that break the rules cannot be relied on below.
            return null;
        }
        var body =
                PageHtml.of(
                        parsed.html(),
                        Locale.forLanguageTag(source.language()),
                        cells,
                        predictions,
                        exercises,
                        comparisons);
        SafeMarkup.check(source, body);
        var ids = Links.ids(source, body);
        var links = Links.read(source, body, ids);
        var title = title(source, document);
        var description = description(source, document);
        var minutes = minutes(source, document);
        var lesson =
                new Lesson(
                        source.id(),
                        source.language(),
                        title,
                        description,
                        minutes,
                        stage,
                        body.html(),
                        outline(body),
                        cells,
                        exercises.values().stream().map(Task::exercise).toList(),
                        Questions.quizzes(body),
                        Questions.cards(body),
                        Terms.of(body),
                        comparisons,
                        Passages.of(body),
                        hash);
        return new Read(
                lesson,
                new Facts(
                        source.language(),
                        source.id(),
                        hash,
                        title,
                        minutes,
                        ids,
                        links,
                        Form.of(madeOf(source, document), lesson, body)));
    }

    private Map<String, Task> exercises(Source source, Document document) {
        var reader = new ExerciseReader(asciiDoc, source);
        var exercises = new LinkedHashMap<String, Task>();
        for (var id : ExerciseReader.ids(document)) {
            var folder = files.exercises().get(id);
            if (folder != null) {
                exercises.put(id, reader.read(folder));
            }
        }
        return exercises;
    }

    private static String title(Source source, Document document) {
        var title = document.getDoctitle();
        if (title == null) {
            source.problem(1, "A lesson starts with its title: = The title.");
            return "";
        }
        return Jsoup.parseBodyFragment(title).text();
    }

    private static String description(Source source, Document document) {
        var description = document.getAttribute("description");
        if (description == null) {
            source.problem(1, "Say in a sentence what the lesson is about: :description: …");
        }
        return String.valueOf(description);
    }

    private static int minutes(Source source, Document document) {
        var minutes = String.valueOf(document.getAttribute("minutes"));
        if (minutes.matches("[0-9]{1,2}")
                && Integer.parseInt(minutes) >= 1
                && Integer.parseInt(minutes) <= LONGEST_MINUTES) {
            return Integer.parseInt(minutes);
        }
        source.problem(1, "Say how long reading takes, from 1 to 90: :minutes: 25.");
        return 0;
    }

    private static List<Heading> outline(Element body) {
        return body.select("h2, h3:not(.exercise-title)").stream()
                .map(
                        each ->
                                new Heading(
                                        each.id(),
                                        each.text(),
                                        each.tagName().equals("h2") ? 1 : 2))
                .toList();
    }

    private static String madeOf(Source source, Document document) {
        if (source.language().equals(LessonFiles.SOURCE_LANGUAGE)) {
            return Hash.ofFile(source.text());
        }
        var hash = String.valueOf(document.getAttribute("source-hash"));
        if (!hash.matches("[0-9a-f]{12}")) {
            source.problem(
                    1,
                    "A translation says which text it was made of: :source-hash: and the first 12"
                            + " digits of the SHA-256 of the source's file.");
        }
        return hash;
    }

    /** A lesson for the server, and what the build has to know about it. */
    record Read(Lesson lesson, Facts facts) {}
}
