package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Cell;
import dev.interleave.lessons.build.data.Comparison;
import dev.interleave.lessons.build.data.Lesson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What a lesson and its translations have in common.
 *
 * @param madeOf the hash of the source's text that it was made of; of a source, its own
 * @param code of cells and comparisons without comments, by what it belongs to
 * @param blocks a line each, in the order of the text
 */
record Form(String madeOf, Map<String, String> code, List<String> blocks) {

    static Form of(String madeOf, Lesson lesson, Element body) {
        var code = new LinkedHashMap<String, String>();
        var blocks = new ArrayList<String>();
        sections(body, blocks);
        for (var cell : lesson.cells()) {
            code.put("cell \"" + cell.id() + "\"", JavaCode.withoutComments(cell.source()));
            blocks.add(line(cell));
        }
        for (var quiz : lesson.quizzes()) {
            blocks.add(
                    "quiz %s: %d choices, right are %s"
                            .formatted(quiz.id(), quiz.choices(), quiz.correct()));
        }
        lesson.exercises().forEach(exercise -> blocks.add("exercise " + exercise.id()));
        lesson.cards().forEach(card -> blocks.add("card " + card.id()));
        lesson.terms().forEach(term -> blocks.add("term " + term.id()));
        for (var comparison : lesson.comparisons()) {
            code.putAll(code(comparison));
            blocks.add(line(comparison));
        }
        return new Form(madeOf, code, blocks);
    }

    private static void sections(Element body, List<String> blocks) {
        for (var heading : body.select("h2, h3:not(.exercise-title)")) {
            blocks.add(
                    "section %s: %s, %d paragraphs, %d lists, %d tables, %d blocks in all"
                            .formatted(
                                    heading.id(),
                                    heading.tagName(),
                                    count(heading, "p"),
                                    count(heading, "ul, ol, dl"),
                                    count(heading, "table"),
                                    heading.parent().childrenSize()));
        }
    }

    private static long count(Element heading, String query) {
        return heading.parent().children().stream().filter(each -> each.is(query)).count();
    }

    private static String line(Cell cell) {
        return "cell %s: at most %d s, profile %s, refused %s, fails %s, prints %s"
                .formatted(
                        cell.id(),
                        cell.timeoutSeconds(),
                        cell.profile(),
                        cell.refused(),
                        cell.fails(),
                        cell.expected());
    }

    private static String line(Comparison it) {
        return "comparison %s: %s, n=%d, %d s, delay %d, sweep %s, %d versions, %d choices"
                .formatted(
                        it.id(),
                        it.mode(),
                        it.n(),
                        it.seconds(),
                        it.delay(),
                        it.sweep(),
                        it.versions().size(),
                        it.choices());
    }

    private static Map<String, String> code(Comparison comparison) {
        var code = new LinkedHashMap<String, String>();
        code.put(
                "setup of \"%s\"".formatted(comparison.id()),
                JavaCode.withoutComments(comparison.setup()));
        for (var i = 0; i < comparison.versions().size(); i++) {
            code.put(
                    "version %d of \"%s\"".formatted(i + 1, comparison.id()),
                    JavaCode.withoutComments(comparison.versions().get(i).source()));
        }
        return code;
    }
}
