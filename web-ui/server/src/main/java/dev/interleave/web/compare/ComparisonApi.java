package dev.interleave.web.compare;

import dev.interleave.web.progress.ComparisonRun;
import dev.interleave.web.progress.ComparisonRuns;
import dev.interleave.web.progress.Saved;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;

/**
 * The API by which a page edits versions and has them compared; {@code openapi.json} describes it.
 * What is measured comes by the lesson's stream of events.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ComparisonApi {

    private static final String BASE = "/api/lessons/{id}/comparisons/{comparison}";

    private final ComparisonRequests requests;
    private final ComparisonStore store;
    private final Comparisons comparisons;

    public ComparisonApi(
            ComparisonRequests requests, ComparisonStore store, Comparisons comparisons) {
        this.requests = requests;
        this.store = store;
        this.comparisons = comparisons;
    }

    public void register(RoutesConfig routes) {
        routes.get(BASE, this::state);
        routes.put(BASE + "/draft", this::save);
        routes.post(BASE + "/runs", this::begin);
        routes.post(BASE + "/stop", this::stop);
        routes.put(BASE + "/runs/{number}", this::name);
        routes.post(BASE + "/runs/{number}/flames", this::look);
        routes.get(BASE + "/runs/{number}/jmh.json", this::export);
    }

    private void state(Context ctx) {
        var key = requests.key(ctx);
        // What goes on is asked for first: if it ends in between, its end is in the database.
        var events = comparisons.told(key);
        ctx.json(
                ComparisonState.of(
                        key.comparison(),
                        requests.comparison(ctx).versions().size(),
                        store.drafts().of(key.learner(), key.draftsOf()),
                        store.runs().of(key),
                        store.machine(),
                        comparisons.lookedInto(key),
                        events));
    }

    private void save(Context ctx) {
        var key = requests.key(ctx);
        var draft = requests.draft(ctx);
        var version = key.version(draft.version());
        switch (store.drafts().save(version, draft.text(), draft.base())) {
            case Saved.Stored(var stored) -> {
                comparisons.drafted(key, draft.version(), stored);
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
                                            "This version was changed in another tab; nothing was"
                                                    + " stored.",
                                            "current",
                                            current))
                            .contentType("application/problem+json");
        }
    }

    private void begin(Context ctx) {
        var run =
                comparisons
                        .begin(requests.key(ctx), requests.comparison(ctx), requests.order(ctx))
                        .orElseThrow(
                                () ->
                                        new ConflictResponse(
                                                "A comparison of yours goes on; wait for it, or"
                                                        + " stop it."));
        ctx.status(HttpStatus.ACCEPTED).json(Map.of("number", run.number()));
    }

    private void look(Context ctx) {
        var run = run(ctx);
        var version = requests.version(ctx, run);
        if (!comparisons.look(requests.key(ctx), requests.comparison(ctx), run, version)) {
            throw new ConflictResponse("A comparison of yours goes on; wait for it, or stop it.");
        }
        ctx.status(HttpStatus.ACCEPTED).json(Map.of());
    }

    private void stop(Context ctx) {
        comparisons.stop(requests.key(ctx));
        ctx.status(HttpStatus.ACCEPTED).json(Map.of());
    }

    private void name(Context ctx) {
        var key = requests.key(ctx);
        var run = run(ctx);
        if (!store.runs().name(key, run.number(), requests.name(ctx))) {
            throw new ConflictResponse(
                    "%d measurements of this comparison have names; take one away first."
                            .formatted(ComparisonRuns.MOST_NAMED));
        }
        ctx.json(Map.of());
    }

    /** The measurement that the path names; it is over. */
    private ComparisonRun run(Context ctx) {
        var number = ctx.pathParam("number");
        var run =
                number.matches("[0-9]{1,18}")
                        ? store.runs().of(requests.key(ctx), Long.parseLong(number))
                        : Optional.<ComparisonRun>empty();
        return run.filter(ComparisonRun::isOver)
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "Measurement %s of this comparison is not kept."
                                                .formatted(number)));
    }

    private void export(Context ctx) {
        var key = requests.key(ctx);
        var found = run(ctx);
        ctx.header("Content-Disposition", "attachment; filename=\"" + key.comparison() + ".json\"");
        ctx.json(new JmhResults(requests.comparison(ctx), found).array());
    }
}
