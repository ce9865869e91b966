package dev.interleave.web.cell;

import dev.interleave.web.learner.Learners;
import dev.interleave.web.trace.KeptTrace;
import dev.interleave.web.trace.TraceColumns;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/**
 * The timeline of a cell's last traced run, in portions while the run goes on: one's own, and,
 * where there are accounts, a learner's, to whom {@code RouteRules} lets see it.
 *
 * <p>Threading: any thread may call anything.
 */
final class TraceRoutes {

    private final Learners learners;
    private final Workbooks workbooks;
    private final boolean shared;

    /**
     * @param shared whether there are others than the learner who may look at a timeline
     */
    TraceRoutes(Learners learners, Workbooks workbooks, boolean shared) {
        this.learners = learners;
        this.workbooks = workbooks;
        this.shared = shared;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/lessons/{id}/cells/{cell}/trace", ctx -> trace(ctx, own(ctx)));
        if (shared) {
            routes.get(
                    "/api/learners/{learner}/lessons/{id}/cells/{cell}/trace",
                    ctx -> trace(ctx, ctx.pathParam("learner")));
        }
    }

    private String own(Context ctx) {
        var learner = learners.learner(ctx);
        workbooks.of(learner, ctx.pathParam("id"));
        return learner;
    }

    private void trace(Context ctx, String learner) {
        var known =
                new KeptTrace.Known(
                        count(ctx, "threads"),
                        count(ctx, "spans"),
                        countOrNone(ctx, "owners"),
                        countOrNone(ctx, "marks"));
        Optional<KeptTrace.Portion> portion =
                workbooks
                        .traces(learner, ctx.pathParam("id"))
                        .flatMap(traces -> traces.after(ctx.pathParam("cell"), known));
        ctx.json(
                TraceColumns.of(
                        shared ? learner : "",
                        portion.orElseThrow(
                                () ->
                                        new NotFoundResponse(
                                                "No timeline of this cell is kept: run it with"
                                                        + " timeline."))));
    }

    private static int countOrNone(Context ctx, String parameter) {
        return ctx.queryParam(parameter) == null ? 0 : count(ctx, parameter);
    }

    private static int count(Context ctx, String parameter) {
        var value = ctx.queryParam(parameter);
        if (value == null || !value.matches("[0-9]{1,9}")) {
            throw new BadRequestResponse(
                    "The query parameter %s must be a count.".formatted(parameter));
        }
        return Integer.parseInt(value);
    }
}
