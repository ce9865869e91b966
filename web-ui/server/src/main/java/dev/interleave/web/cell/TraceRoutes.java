package dev.interleave.web.cell;

import dev.interleave.web.trace.KeptTrace;
import dev.interleave.web.trace.TraceColumns;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/**
 * The timeline of a cell's last traced run, in portions while the run goes on.
 *
 * <p>Threading: any thread may call anything.
 */
final class TraceRoutes {

    private final Requests requests;

    TraceRoutes(Requests requests) {
        this.requests = requests;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/lessons/{id}/cells/{cell}/trace", this::trace);
    }

    private void trace(Context ctx) {
        var cell = requests.cell(ctx).id();
        var owners = ctx.queryParam("owners") == null ? 0 : count(ctx, "owners");
        var known = new KeptTrace.Known(count(ctx, "threads"), count(ctx, "spans"), owners);
        var portion = requests.workbook(ctx).traces.after(cell, known);
        ctx.json(
                TraceColumns.of(
                        portion.orElseThrow(
                                () ->
                                        new NotFoundResponse(
                                                "No timeline of this cell is kept: run it with"
                                                        + " timeline."))));
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
