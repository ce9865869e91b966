package dev.interleave.lessons.build.data;

import java.util.List;

/**
 * A lesson, as the server gets it in {@code LANGUAGE/ID.json}.
 *
 * @param minutes the reading time that its author gives
 * @param stage id of its stage; null if the course does not list it
 * @param html the text, in the markup that the page expects
 * @param outline its headings
 * @param exercises those that stand in the text
 * @param quizzes those that stand in the text
 * @param cards for reviews
 * @param terms those that it defines
 * @param comparisons those that stand in the text
 * @param passages what a search can find
 * @param hash changes with every change of the text
 */
public record Lesson(
        String id,
        String language,
        String title,
        String description,
        int minutes,
        String stage,
        String html,
        List<Heading> outline,
        List<Cell> cells,
        List<Exercise> exercises,
        List<Quiz> quizzes,
        List<Card> cards,
        List<Term> terms,
        List<Comparison> comparisons,
        List<Passage> passages,
        String hash) {

    /** A heading; level 1 is a section of the lesson, level 2 a part of one. */
    public record Heading(String id, String title, int level) {}
}
