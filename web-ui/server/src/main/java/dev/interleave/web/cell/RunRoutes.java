package dev.interleave.web.cell;

import dev.interleave.web.cell.Workbook.RunAnswer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Running and stopping. What a run tells comes by the stream of events.
 *
 * <p>Threading: any thread may call anything.
 */
final class RunRoutes {

    private final Requests requests;
    private final CompletableFuture<SandboxAccess> sandbox;

    RunRoutes(Requests requests, CompletableFuture<SandboxAccess> sandbox) {
        this.requests = requests;
        this.sandbox = sandbox;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/lessons/{id}/cells/{cell}/run", this::run);
        routes.post("/api/lessons/{id}/stop", ctx -> command(ctx, Workbook::stop));
        routes.post("/api/lessons/{id}/restart", ctx -> command(ctx, Workbook::restart));
        routes.post("/api/lessons/{id}/input", this::input);
        routes.post("/api/lessons/{id}/threads/end", this::endThreads);
    }

    private void run(Context ctx) {
        var cell = requests.cell(ctx);
        var body = requests.text(ctx);
        var trace = "1".equals(ctx.queryParam("trace"));
        if (sandbox.join() instanceof SandboxAccess.Refused(var reason)) {
            throw new ServiceUnavailableResponse(reason);
        }
        switch (requests.workbook(ctx).run(cell, body.text(), body.base(), trace)) {
            case RunAnswer.Accepted(var number, var draft) ->
                    ctx.status(HttpStatus.ACCEPTED).json(new Accepted(number, draft.revision()));
            case RunAnswer.Conflict(var current) -> Conflicts.draft(ctx, current);
            case RunAnswer.Running(var number) -> Conflicts.running(ctx, number);
        }
    }

    private void command(Context ctx, Consumer<Workbook> command) {
        command.accept(requests.workbook(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void input(Context ctx) {
        var text = requests.input(ctx).text();
        command(ctx, workbook -> workbook.input(text));
    }

    private void endThreads(Context ctx) {
        var left = requests.workbook(ctx).endThreads();
        ctx.future(() -> left.thenAccept(count -> ctx.json(Map.of("left", count))));
    }

    private record Accepted(long run, long revision) {}
}
