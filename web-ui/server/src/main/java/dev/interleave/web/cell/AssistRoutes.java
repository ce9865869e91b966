package dev.interleave.web.cell;

import dev.interleave.json.CellEventJson;
import dev.interleave.sandbox.Edited;
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

    private static final String EXERCISE = "/api/lessons/{id}/exercises/{exercise}";

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
        routes.post(EXERCISE + "/complete", this::completeFile);
        routes.post(EXERCISE + "/document", this::documentFile);
        routes.post(EXERCISE + "/check", this::checkFile);
    }

    private void complete(Context ctx) {
        var place = requests.place(ctx);
        var found = workbook(ctx, place.cell()).open().complete(cell(place.text()), place.offset());
        ctx.future(() -> found.thenAccept(ctx::json));
    }

    private void document(Context ctx) {
        var place = requests.place(ctx);
        var found = workbook(ctx, place.cell()).open().document(cell(place.text()), place.offset());
        ctx.future(() -> found.thenAccept(ctx::json));
    }

    private void check(Context ctx) {
        var source = requests.source(ctx);
        var found = workbook(ctx, source.cell()).open().check(cell(source.text()));
        ctx.future(() -> found.thenAccept(problems -> ctx.json(diagnostics(problems))));
    }

    private void completeFile(Context ctx) {
        var files = requests.files(ctx);
        var found = workbook(ctx).open().complete(files.edited(), files.offset());
        ctx.future(() -> found.thenAccept(ctx::json));
    }

    private void documentFile(Context ctx) {
        var files = requests.files(ctx);
        var found = workbook(ctx).open().document(files.edited(), files.offset());
        ctx.future(() -> found.thenAccept(ctx::json));
    }

    private void checkFile(Context ctx) {
        var found = workbook(ctx).open().check(requests.files(ctx).edited());
        ctx.future(() -> found.thenAccept(problems -> ctx.json(diagnostics(problems))));
    }

    private static Edited cell(String text) {
        return new Edited.CellText(text);
    }

    private Workbook workbook(Context ctx, String cell) {
        requests.cell(ctx, cell);
        return workbook(ctx);
    }

    private Workbook workbook(Context ctx) {
        if (sandbox.join() instanceof SandboxAccess.Refused(var reason)) {
            throw new ServiceUnavailableResponse(reason);
        }
        return requests.workbook(ctx);
    }

    private static Map<String, Object> diagnostics(List<Diagnostic> problems) {
        return Map.of("diagnostics", problems.stream().map(CellEventJson::of).toList());
    }
}
