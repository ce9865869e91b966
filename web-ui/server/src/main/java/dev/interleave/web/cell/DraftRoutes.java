package dev.interleave.web.cell;

import dev.interleave.web.progress.Saved;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * What a learner typed, and the whole state of a lesson.
 *
 * <p>Threading: any thread may call anything.
 */
final class DraftRoutes {

    private final Requests requests;

    DraftRoutes(Requests requests) {
        this.requests = requests;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/lessons/{id}", ctx -> ctx.json(requests.workbook(ctx).state()));
        routes.put("/api/lessons/{id}/cells/{cell}/draft", this::save);
        routes.delete("/api/lessons/{id}/cells/{cell}/draft", this::reset);
    }

    private void save(Context ctx) {
        var cell = requests.cell(ctx);
        var body = requests.text(ctx);
        switch (requests.workbook(ctx).save(cell, body.text(), body.base())) {
            case Saved.Stored(var draft) -> ctx.json(new Revision(draft.revision()));
            case Saved.Conflict(var current) -> Conflicts.draft(ctx, current);
        }
    }

    private void reset(Context ctx) {
        ctx.json(requests.workbook(ctx).reset(requests.cell(ctx)));
    }

    private record Revision(long revision) {}
}
