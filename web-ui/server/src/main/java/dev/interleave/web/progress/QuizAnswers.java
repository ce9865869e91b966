package dev.interleave.web.progress;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What learners answered to the quizzes of lessons, the last answer to each.
 *
 * <p>Threading: any thread may call anything.
 */
public final class QuizAnswers {

    private final Database database;
    private final Clock clock;

    public QuizAnswers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param choices numbers from 1, ascending
     * @param tries how many answers there were, this one included
     */
    public record Answer(List<Integer> choices, boolean correct, int tries) {}

    /** Those of a learner in a lesson, by the ids of the quizzes. */
    public Map<String, Answer> of(String learner, String lesson) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT quiz, choices, correct, tries FROM quiz_answer"
                                                + " WHERE learner = :learner AND lesson = :lesson")
                                .bind("learner", learner)
                                .bind("lesson", lesson)
                                .map(
                                        (row, _) ->
                                                Map.entry(
                                                        row.getString("quiz"),
                                                        new Answer(
                                                                numbers(row.getString("choices")),
                                                                row.getInt("correct") == 1,
                                                                row.getInt("tries"))))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Stores an answer in the place of the one before. */
    public void answer(
            String learner, String lesson, String quiz, List<Integer> choices, boolean correct) {
        var text = choices.stream().map(String::valueOf).collect(Collectors.joining(","));
        database.write(
                db ->
                        db.createUpdate(
                                        "INSERT INTO quiz_answer (learner, lesson, quiz, choices,"
                                                + " correct, tries, answered_at) VALUES (:learner,"
                                                + " :lesson, :quiz, :choices, :correct, 1, :now) ON"
                                                + " CONFLICT (learner, lesson, quiz) DO UPDATE SET"
                                                + " choices = :choices, correct = :correct, tries ="
                                                + " quiz_answer.tries + 1, answered_at = :now")
                                .bind("learner", learner)
                                .bind("lesson", lesson)
                                .bind("quiz", quiz)
                                .bind("choices", text)
                                .bind("correct", correct ? 1 : 0)
                                .bind("now", clock.millis())
                                .execute());
    }

    private static List<Integer> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",")).map(Integer::valueOf).toList();
    }
}
