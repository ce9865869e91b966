package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Exercise;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Exercises, with their statement and the files to begin with, which the page's script makes
 * editors of.
 */
final class Tasks implements PageBlock {

    private static final String NO_SENTENCES = "{}";

    private final Locale language;
    private final Wording wording;
    private final Map<String, Task> exercises;

    /**
     * @param exercises by their ids
     */
    Tasks(Locale language, Wording wording, Map<String, Task> exercises) {
        this.language = language;
        this.wording = wording;
        this.exercises = exercises;
    }

    @Override
    public void rewrite(Element body) {
        for (var block : body.select("div.paragraph.exercise")) {
            var task = exercises.get(block.text());
            if (task != null) {
                block.replaceWith(exercise(task).attr("id", block.id()));
            }
        }
    }

    private Element exercise(Task task) {
        var exercise = task.exercise();
        var section = new Element("section").addClass("exercise");
        section.attr("data-exercise", exercise.id()).attr("data-title", exercise.title());
        if (!task.sentences().equals(NO_SENTENCES)) {
            section.attr("data-tests", task.sentences());
        }
        var untranslated = task.statement().attr("lang");
        section.appendElement("h3")
                .addClass("exercise-title")
                .html(wording.of("exercise").formatted(title(exercise, untranslated)));
        section.appendElement("p").addClass("exercise-facts").text(points(exercise));
        if (task.older()) {
            section.appendChild(TranslationMark.older(language));
        } else if (!untranslated.isEmpty()) {
            section.appendChild(TranslationMark.missing(wording));
        }
        var statement = section.appendElement("div").addClass("exercise-statement");
        statement.appendChildren(statement(task.statement().clone()).childNodes());
        if (!untranslated.isEmpty()) {
            statement.attr("lang", untranslated);
        }
        exercise.files().forEach(file -> section.appendChild(figure(file)));
        return section;
    }

    private static String title(Exercise exercise, String language) {
        var title = new Element("span").text(exercise.title());
        return language.isEmpty() ? title.html() : title.attr("lang", language).outerHtml();
    }

    private String points(Exercise exercise) {
        var points = exercise.points();
        var number = points == Math.rint(points) ? Long.toString((long) points) : "" + points;
        return wording.of("exercise.points").formatted(number);
    }

    /** Its headings stand below that of the exercise, and its ids are not the lesson's. */
    private static Element statement(Element statement) {
        for (var section : statement.select("> section")) {
            var heading = section.selectFirst("> h2");
            section.addClass("task").removeClass("sect1").attr("data-task", heading.id());
        }
        statement.select("h3").tagName("h5");
        statement.select("h2").tagName("h4");
        statement.select("[id]").removeAttr("id");
        return statement;
    }

    private static Element figure(Exercise.FileText file) {
        var figure = new Element("figure").addClass("exercise-file").attr("data-file", file.name());
        figure.appendElement("figcaption").text(file.name());
        figure.appendElement("pre")
                .addClass("source")
                .appendElement("code")
                .addClass("language-java")
                .text(file.text());
        return figure;
    }
}
