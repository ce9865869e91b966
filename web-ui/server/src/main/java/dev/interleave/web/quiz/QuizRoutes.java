package dev.interleave.web.quiz;

import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.course.Quiz;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.progress.QuizAnswers;
import dev.interleave.web.progress.QuizAnswers.Answer;
import dev.interleave.web.request.JsonBodies;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;

/**
 * The answers to the quizzes of a lesson.
 *
 * <p>Threading: any thread may call anything.
 */
public final class QuizRoutes {

    private static final String BASE = "/api/lessons/{id}/quizzes";

    private final JsonBodies bodies = new JsonBodies();
    private final Learners learners;
    private final CourseLibrary library;
    private final QuizAnswers answers;

    public QuizRoutes(Learners learners, CourseLibrary library, QuizAnswers answers) {
        this.learners = learners;
        this.library = library;
        this.answers = answers;
    }

    /** Numbers of choices, from 1. */
    record AnswerBody(List<Integer> choices) {}

    /** What was answered, by the ids of the quizzes. */
    record Answers(Map<String, Answer> answers) {}

    public void register(RoutesConfig routes) {
        routes.get(BASE, this::all);
        routes.put(BASE + "/{quiz}", this::answer);
    }

    private void all(Context ctx) {
        ctx.json(answersIn(ctx, library.lesson(ctx.pathParam("id"))));
    }

    private void answer(Context ctx) {
        var lesson = library.lesson(ctx.pathParam("id"));
        var quiz = quiz(lesson, ctx.pathParam("quiz"));
        var choices = choices(quiz, bodies.read(ctx, AnswerBody.class));
        answers.answer(
                learners.learner(ctx),
                lesson.id(),
                quiz.id(),
                choices,
                choices.equals(quiz.correct()));
        ctx.json(answersIn(ctx, lesson));
    }

    private Answers answersIn(Context ctx, Lesson lesson) {
        return new Answers(answers.of(learners.learner(ctx), lesson.id()));
    }

    private static Quiz quiz(Lesson lesson, String id) {
        return lesson.quizzes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "There is no quiz \"%s\" in this lesson.".formatted(id)));
    }

    private static List<Integer> choices(Quiz quiz, AnswerBody body) {
        var chosen = body.choices();
        if (chosen == null
                || chosen.isEmpty()
                || chosen.stream().anyMatch(each -> !isChoice(quiz, each))) {
            throw new BadRequestResponse(
                    "The choices are numbers from 1 to %d.".formatted(quiz.choices()));
        }
        return chosen.stream().distinct().sorted().toList();
    }

    private static boolean isChoice(Quiz quiz, Integer number) {
        return number != null && number >= 1 && number <= quiz.choices();
    }
}
