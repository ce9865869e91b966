package dev.interleave.web.cell;

import dev.interleave.web.cell.LessonState.RunState;
import dev.interleave.web.progress.Run;
import dev.interleave.web.progress.Runs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;

/**
 * Earlier versions of a cell: what was run, and what it printed.
 *
 * <p>Threading: any thread may call anything.
 */
final class HistoryRoutes {

    private final Requests requests;
    private final Runs runs;

    HistoryRoutes(Requests requests, Runs runs) {
        this.requests = requests;
        this.runs = runs;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/lessons/{id}/cells/{cell}/runs", this::all);
        routes.get("/api/lessons/{id}/cells/{cell}/runs/{number}", this::one);
    }

    private void all(Context ctx) {
        ctx.json(new History(runs.ofCell(requests.key(ctx)).stream().map(PastRun::of).toList()));
    }

    private void one(Context ctx) {
        var number = ctx.pathParam("number");
        var run = number.matches("[0-9]{1,18}") ? kept(ctx, Long.parseLong(number)) : null;
        if (run == null) {
            throw new NotFoundResponse("Run %s of this cell is not kept.".formatted(number));
        }
        ctx.json(RunState.of(run));
    }

    private Run kept(Context ctx, long number) {
        return runs.ofCell(requests.key(ctx), number).orElse(null);
    }

    private record History(List<PastRun> runs) {}

    private record PastRun(long number, String text, String status, String startedAt) {

        static PastRun of(Run run) {
            return new PastRun(run.number(), run.text(), run.status(), run.startedAt().toString());
        }
    }
}
