package dev.interleave.web.cell;

import dev.interleave.json.CellEventJson;
import dev.interleave.sandbox.result.CellEvent.Diagnostic;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What the editor asks the session about while one types.
 *
 * <p>Threading: any thread may call anything.
 */
final class AssistRoutes {

    private final Requests requests;
    private final CompletableFuture<SandboxAccess> sandbox;

    AssistRoutes(Requests requests, CompletableFuture<SandboxAccess> sandbox) {
        this.requests = requests;
        this.sandbox = sandbox;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/lessons/{id}/complete", this::complete);
        routes.post("/api/lessons/{id}/document", this::document);
        routes.post("/api/lessons/{id}/check", this::check);
    }

    private void complete(Context ctx) {
        var place = requests.place(ctx);
        var found = workbook(ctx, place.cell()).open().complete(place.text(), place.offset());
        ctx.future(() -> found.thenAccept(ctx::json));
    }

    private void document(Context ctx) {
        var place = requests.place(ctx);
        var found = workbook(ctx, place.cell()).open().document(place.text(), place.offset());
        ctx.future(() -> found.thenAccept(ctx::json));
    }

    private void check(Context ctx) {
        var source = requests.source(ctx);
        var found = workbook(ctx, source.cell()).open().check(source.text());
        ctx.future(() -> found.thenAccept(problems -> ctx.json(diagnostics(problems))));
    }

    private Workbook workbook(Context ctx, String cell) {
        requests.cell(ctx, cell);
        if (sandbox.join() instanceof SandboxAccess.Refused(var reason)) {
            throw new ServiceUnavailableResponse(reason);
        }
        return requests.workbook(ctx);
    }

    private static Map<String, Object> diagnostics(List<Diagnostic> problems) {
        return Map.of("diagnostics", problems.stream().map(CellEventJson::of).toList());
    }
}
