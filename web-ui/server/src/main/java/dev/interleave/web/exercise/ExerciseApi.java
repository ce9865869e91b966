package dev.interleave.web.exercise;

import dev.interleave.web.progress.Attempt;
import dev.interleave.web.progress.Saved;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;

/**
 * The API by which a page edits exercises and has them graded; {@code openapi.json} describes it.
 * How far a grading is comes by the lesson's stream of events.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ExerciseApi {

    private static final String BASE = "/api/lessons/{id}/exercises/{exercise}";

    private final ExerciseRequests requests;
    private final ExerciseStore store;
    private final Gradings gradings;

    public ExerciseApi(ExerciseRequests requests, ExerciseStore store, Gradings gradings) {
        this.requests = requests;
        this.store = store;
        this.gradings = gradings;
    }

    public void register(RoutesConfig routes) {
        routes.get(BASE, ctx -> ctx.json(state(ctx)));
        routes.put(BASE + "/draft", this::save);
        routes.post(BASE + "/attempts", this::grade);
        routes.get(BASE + "/attempts/{number}", this::attempt);
        routes.post(BASE + "/hints", this::hint);
        routes.post(BASE + "/give-up", this::giveUp);
    }

    private ExerciseState state(Context ctx) {
        var key = requests.key(ctx);
        return ExerciseState.of(
                requests.exercise(ctx),
                store.drafts().of(key.learner(), key.draftsOf()),
                store.reports().of(key, store.attempts().of(key)),
                store.help().of(key));
    }

    private void save(Context ctx) {
        var key = requests.key(ctx);
        var draft = requests.draft(ctx);
        switch (store.drafts().save(key.file(draft.file()), draft.text(), draft.base())) {
            case Saved.Stored(var stored) -> {
                gradings.drafted(key, draft.file(), stored);
                ctx.json(Map.of("revision", stored.revision()));
            }
            case Saved.Conflict(var current) ->
                    ctx.status(HttpStatus.CONFLICT)
                            .json(
                                    Map.of(
                                            "status",
                                            HttpStatus.CONFLICT.getCode(),
                                            "title",
                                            "Conflict",
                                            "type",
                                            "draft-conflict",
                                            "detail",
                                            "This file was changed in another tab; nothing was"
                                                    + " stored.",
                                            "current",
                                            current))
                            .contentType("application/problem+json");
        }
    }

    private void grade(Context ctx) {
        var key = requests.key(ctx);
        var wanted = requests.attempt(ctx);
        var attempt =
                gradings.begin(key, wanted.kind(), wanted.files())
                        .orElseThrow(
                                () ->
                                        new ConflictResponse(
                                                "This exercise is being graded; wait for the"
                                                        + " result."));
        ctx.status(HttpStatus.ACCEPTED).json(Map.of("number", attempt.number()));
    }

    private void attempt(Context ctx) {
        var number = ctx.pathParam("number");
        var key = requests.key(ctx);
        var attempt =
                number.matches("[0-9]{1,18}")
                        ? store.attempts().of(key, Long.parseLong(number))
                        : Optional.<Attempt>empty();
        ctx.json(
                attempt.map(found -> store.reports().of(key, found))
                        .map(ExerciseState.Whole::of)
                        .orElseThrow(
                                () ->
                                        new NotFoundResponse(
                                                "Attempt %s of this exercise is not kept."
                                                        .formatted(number))));
    }

    private void hint(Context ctx) {
        var shown = requests.hints(ctx).shown();
        var key = requests.key(ctx);
        store.help().shown(key, Math.min(shown, requests.exercise(ctx).hints().size()));
        ctx.json(state(ctx));
    }

    private void giveUp(Context ctx) {
        store.help().gaveUp(requests.key(ctx));
        ctx.json(state(ctx));
    }
}
