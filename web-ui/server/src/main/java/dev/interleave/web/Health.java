package dev.interleave.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.web.cell.SandboxAccess;
import io.javalin.http.Context;

/**
 * Says that the server answers, and what it offers.
 *
 * <p>Threading: immutable.
 */
final class Health {

    private final Services services;

    Health(Services services) {
        this.services = services;
    }

    void answer(Context ctx) {
        var lessons = services.library().course().written().size();
        ctx.json(
                switch (services.sandbox().join()) {
                    case SandboxAccess.Granted(var sandbox) ->
                            new Up(
                                    "up",
                                    lessons,
                                    sandbox.isolation().jailed() ? "jailed" : "not-jailed",
                                    null,
                                    sandbox.load());
                    case SandboxAccess.Refused(var reason) ->
                            new Up("up", lessons, "refused", reason, null);
                });
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Up(
            String status, int lessons, String cells, String reason, Sandbox.Load sessions) {}
}
