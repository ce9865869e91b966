package dev.interleave.web.exercise;

import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Exercise;
import dev.interleave.web.language.Languages;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.progress.Attempt;
import dev.interleave.web.progress.ExerciseKey;
import dev.interleave.web.request.JsonBodies;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads what a request is about: whose exercise, and the command in its body.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ExerciseRequests {

    /** Characters of a file. */
    static final int MAX_TEXT = 65_536;

    private static final Set<String> KINDS = Set.of(Attempt.TESTS, Attempt.SUBMIT);

    private final JsonBodies bodies = new JsonBodies();
    private final Learners learners;
    private final CourseLibrary library;

    public ExerciseRequests(Learners learners, CourseLibrary library) {
        this.learners = learners;
        this.library = library;
    }

    /** A new text of a file, made from the revision {@code base}; null is the author's text. */
    record DraftBody(String file, String text, long base) {}

    /** What is to be graded, by the names of the files. */
    record AttemptBody(String kind, Map<String, String> files) {}

    /** How many hints are to be shown. */
    record HintsBody(int shown) {}

    ExerciseKey key(Context ctx) {
        return new ExerciseKey(learners.learner(ctx), exercise(ctx).id());
    }

    Exercise exercise(Context ctx) {
        var lesson = library.in(Languages.of(ctx).tag()).lesson(ctx.pathParam("id"));
        var id = ctx.pathParam("exercise");
        return lesson.exercise(id)
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "There is no exercise \"%s\" in this lesson; its exercises are %s."
                                                .formatted(
                                                        id,
                                                        lesson.exercises().stream()
                                                                .map(Exercise::id)
                                                                .toList())));
    }

    DraftBody draft(Context ctx) {
        var body = bodies.read(ctx, DraftBody.class);
        var author =
                exercise(ctx).files().stream()
                        .filter(file -> file.name().equals(body.file()))
                        .findFirst()
                        .orElseThrow(() -> wrongFiles(ctx));
        if (body.text() == null) {
            throw new BadRequestResponse("The text is missing.");
        }
        checkLength(body.text());
        return body.text().equals(author.text())
                ? new DraftBody(body.file(), null, body.base())
                : body;
    }

    AttemptBody attempt(Context ctx) {
        var body = bodies.read(ctx, AttemptBody.class);
        if (!KINDS.contains(Objects.requireNonNullElse(body.kind(), ""))) {
            throw new BadRequestResponse("The kind is \"tests\" or \"submit\".");
        }
        if (body.files() == null || !body.files().keySet().equals(Set.copyOf(names(ctx)))) {
            throw wrongFiles(ctx);
        }
        body.files().values().forEach(ExerciseRequests::checkLength);
        return body;
    }

    HintsBody hints(Context ctx) {
        return bodies.read(ctx, HintsBody.class);
    }

    private BadRequestResponse wrongFiles(Context ctx) {
        return new BadRequestResponse("The files of this exercise are %s.".formatted(names(ctx)));
    }

    private List<String> names(Context ctx) {
        return exercise(ctx).files().stream().map(Exercise.FileText::name).toList();
    }

    private static void checkLength(String text) {
        if (text == null) {
            throw new BadRequestResponse("A text is missing.");
        }
        if (text.length() > MAX_TEXT) {
            throw new ContentTooLargeResponse(
                    "A file may have %d characters at most.".formatted(MAX_TEXT));
        }
    }
}
