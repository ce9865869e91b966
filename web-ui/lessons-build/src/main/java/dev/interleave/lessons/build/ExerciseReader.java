package dev.interleave.lessons.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interleave.lessons.build.data.Exercise;
import dev.interleave.lessons.build.data.Exercise.Hint;
import dev.interleave.lessons.build.page.PageHtml;
import dev.interleave.lessons.build.page.Task;
import dev.interleave.lessons.build.page.TranslationMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.jsoup.nodes.Element;

/** Makes the exercises that a lesson names of their folders. */
final class ExerciseReader {

    private static final String USUAL_POINTS = "10";

    private final AsciiDoc asciiDoc;
    private final Source lesson;

    /** Problems of the exercises become problems of the lesson that shows them. */
    ExerciseReader(AsciiDoc asciiDoc, Source lesson) {
        this.asciiDoc = asciiDoc;
        this.lesson = lesson;
    }

    /** The ids of the exercises that a lesson names, in their order. */
    static List<String> ids(Document document) {
        var ids = new ArrayList<String>();
        collect(document, ids);
        return ids;
    }

    private static void collect(StructuralNode block, List<String> ids) {
        if (block.getContext().equals("paragraph") && block.hasRole("exercise")) {
            ids.add(block.getContent().toString());
        }
        Blocks.children(block).forEach(child -> collect(child, ids));
    }

    /** An exercise with its statement. */
    Task read(ExerciseFolder folder) {
        var task = folder.text("task", lesson.language());
        var statement = html(task.source());
        var tasks = new ArrayList<String>();
        for (var section : statement.select("> section")) {
            tasks.add(heading(section) == null ? "" : heading(section).id());
        }
        var exercise =
                new Exercise(
                        folder.id(),
                        folder.title(lesson.language()),
                        points(folder),
                        tasks,
                        folder.stub(),
                        hints(folder),
                        explanation(folder));
        if (folder.stub().isEmpty()) {
            lesson.problem(
                    lesson.lineOf("exercise::" + folder.id()),
                    "The exercise \"%s\" has no files in stub/.".formatted(folder.id()));
        }
        return new Task(exercise, statement, task.older(), sentences(folder));
    }

    private String explanation(ExerciseFolder folder) {
        var text = folder.text("explanation", lesson.language());
        return marked(html(folder.afterwards(text.source())), text.older());
    }

    private String sentences(ExerciseFolder folder) {
        try {
            return Json.MAPPER.writeValueAsString(folder.sentences(lesson.language()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is JSON", e);
        }
    }

    private double points(ExerciseFolder folder) {
        var points = folder.setting("points", USUAL_POINTS);
        try {
            return Double.parseDouble(points);
        } catch (NumberFormatException e) {
            lesson.problem(
                    lesson.lineOf("exercise::" + folder.id()),
                    "The exercise \"%s\" has \"%s\" points.".formatted(folder.id(), points));
            return 0;
        }
    }

    private List<Hint> hints(ExerciseFolder folder) {
        if (!folder.has("hints")) {
            return List.of();
        }
        var hints = new ArrayList<Hint>();
        var text = folder.text("hints", lesson.language());
        var all = html(text.source());
        for (var section : all.select("> section")) {
            var heading = heading(section);
            var title = heading.text();
            heading.remove();
            hints.add(
                    new Hint(title, marked(section.attr("lang", all.attr("lang")), text.older())));
        }
        return List.copyOf(hints);
    }

    /** Its HTML, with its language where that is not the lesson's, and what is said of its age. */
    private String marked(Element text, boolean older) {
        var html = text.html().strip();
        var language = text.attr("lang");
        if (html.isEmpty()) {
            return html;
        }
        if (older) {
            var locale = Locale.forLanguageTag(lesson.language());
            return TranslationMark.older(locale).outerHtml() + html;
        }
        return language.isEmpty()
                ? html
                : new Element("div").attr("lang", language).html(html).outerHtml();
    }

    private Element html(Source source) {
        var parsed = asciiDoc.parse(source);
        var language = Locale.forLanguageTag(source.language());
        var body = PageHtml.of(parsed.html(), language, List.of(), Map.of(), Map.of(), List.of());
        SafeMarkup.check(source, body);
        if (!source.language().equals(lesson.language())) {
            body.attr("lang", source.language());
        }
        lesson.problems().addAll(source.problems());
        return body;
    }

    private static Element heading(Element section) {
        return section.selectFirst("> h2");
    }
}
