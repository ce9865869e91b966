package dev.interleave.lessons.build.page;

import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Quizzes and predictions: a question, and for each choice an explanation that opens when the
 * choice is taken. Choices are counted from 1.
 */
final class Quizzes implements PageBlock {

    private static final String TICK = "✓";
    private static final String BOX = "❏";

    private final Wording wording;
    private final Map<String, String> predictions;

    Quizzes(Wording wording, Map<String, String> predictions) {
        this.wording = wording;
        this.predictions = predictions;
    }

    @Override
    public void rewrite(Element body) {
        for (var block : body.select("div.exampleblock.quiz, div.exampleblock.predict")) {
            block.replaceWith(quiz(block));
        }
    }

    private Element quiz(Element block) {
        var kind = block.hasClass("quiz") ? "quiz" : "predict";
        var section = new Element("section").addClass(kind).attr("id", block.id());
        section.attr("data-" + kind, block.id());
        if (predictions.containsKey(block.id())) {
            section.attr("data-cell", predictions.get(block.id()));
        }
        section.appendElement("p").addClass("question").html(Html.title(block));
        var list = section.appendElement("ul").addClass("choices");
        for (var item : block.select("ul.checklist > li")) {
            list.appendChild(choice(item, kind, list.childrenSize() + 1));
        }
        return section;
    }

    private Element choice(Element item, String kind, int number) {
        var text = item.child(0);
        var correct = text.text().startsWith(TICK);
        text.html(text.html().replaceFirst("^[" + TICK + BOX + "]\\s*", ""));
        var choice = new Element("li").addClass("choice");
        choice.attr("data-choice", String.valueOf(number));
        choice.attr("data-correct", String.valueOf(correct));
        var details = choice.appendElement("details");
        details.appendElement("summary").appendElement("span").html(text.html());
        text.remove();
        var explanation = details.appendElement("div").addClass("explanation");
        explanation.appendElement("p").addClass("verdict").text(verdict(kind, correct));
        explanation.appendChildren(item.children());
        return choice;
    }

    private String verdict(String kind, boolean correct) {
        return kind.equals("quiz")
                ? wording.of(correct ? "quiz.right" : "quiz.wrong")
                : wording.of(correct ? "predict.possible" : "predict.impossible");
    }
}
