package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Card;
import dev.interleave.lessons.build.data.Quiz;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads from the finished page what a learner is asked, so that the server can keep answers. */
public final class Questions {

    private Questions() {}

    /** The quizzes of a page, from top to bottom. */
    public static List<Quiz> quizzes(Element body) {
        return body.select("section.quiz").stream().map(Questions::quiz).toList();
    }

    /** The cards of a page, from top to bottom. */
    public static List<Card> cards(Element body) {
        return body.select("dl.cards > .card[data-card]").stream()
                .map(
                        card ->
                                new Card(
                                        card.id(),
                                        card.selectFirst("> dt").html(),
                                        card.selectFirst("> dd").html()))
                .toList();
    }

    private static Quiz quiz(Element section) {
        var choices = section.select("> .choices > .choice");
        var correct =
                choices.stream()
                        .filter(choice -> choice.attr("data-correct").equals("true"))
                        .map(choice -> Integer.valueOf(choice.attr("data-choice")))
                        .toList();
        return new Quiz(section.id(), choices.size(), correct);
    }
}
