package dev.interleave.web.work;

import dev.interleave.web.course.Lesson;
import dev.interleave.web.progress.QuizAnswers.Answer;
import dev.interleave.web.work.LessonWork.Answered;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** Finds the words of a quiz in the text of its lesson, in the form in which it is built. */
final class QuizTexts {

    private QuizTexts() {}

    static Answered of(Lesson lesson, String quiz, Answer answer) {
        var html = lesson.html();
        var start = html.indexOf("data-quiz=\"" + quiz + "\"");
        var end = start < 0 ? -1 : html.indexOf("</section>", start);
        var text = end < 0 ? "" : html.substring(start, end);
        var chosen = new ArrayList<String>();
        for (var number : answer.choices()) {
            chosen.add(
                    first(
                            text,
                            "(?s)data-choice=\"%d\".*?<summary><span>(.*?)</span></summary>"
                                    .formatted(number),
                            "choice " + number));
        }
        return new Answered(
                first(text, "(?s)<p class=\"question\">(.*?)</p>", quiz),
                chosen,
                answer.correct(),
                answer.tries());
    }

    private static String first(String text, String pattern, String otherwise) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse(otherwise);
    }
}
