package dev.interleave.web.cell;

import dev.interleave.json.SampleJson;
import dev.interleave.sandbox.Sample;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.concurrent.CompletableFuture;

/**
 * A cell under many schedules: begun, asked for while it goes on, and stopped.
 *
 * <p>Threading: any thread may call anything.
 */
final class SampleRoutes {

    private static final String PATH = "/api/lessons/{id}/cells/{cell}/schedules";

    private final Requests requests;
    private final CompletableFuture<SandboxAccess> sandbox;

    SampleRoutes(Requests requests, CompletableFuture<SandboxAccess> sandbox) {
        this.requests = requests;
        this.sandbox = sandbox;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH, this::begin);
        routes.get(PATH, this::now);
        routes.post(PATH + "/stop", this::stop);
    }

    private void begin(Context ctx) {
        var cell = requests.cell(ctx).id();
        var body = requests.many(ctx);
        if (body.schedules() < 1 || body.schedules() > Sample.MOST) {
            throw new BadRequestResponse(
                    "The number of schedules must be from 1 to %d.".formatted(Sample.MOST));
        }
        if (sandbox.join() instanceof SandboxAccess.Refused(var reason)) {
            throw new ServiceUnavailableResponse(reason);
        }
        var workbook = requests.workbook(ctx);
        var sample = new Sample(body.text(), body.schedules(), body.seed());
        workbook.samples.begin(cell, workbook.open(), sample);
        ctx.status(HttpStatus.ACCEPTED);
    }

    private void now(Context ctx) {
        var cell = requests.cell(ctx).id();
        var newest = requests.workbook(ctx).samples.of(cell);
        ctx.json(
                SampleJson.of(
                        newest.orElseThrow(
                                () ->
                                        new NotFoundResponse(
                                                "This cell was not run under many schedules, or"
                                                        + " another one was after it."))));
    }

    private void stop(Context ctx) {
        requests.cell(ctx);
        requests.workbook(ctx).samples.stop();
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
