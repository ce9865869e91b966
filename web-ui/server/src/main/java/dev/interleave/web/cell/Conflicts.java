package dev.interleave.web.cell;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interleave.web.progress.Draft;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Answers commands that do not fit what is stored; {@code type} says why. */
final class Conflicts {

    private Conflicts() {}

    /** The text was made from an older one; {@code current} is what is stored. */
    static void draft(Context ctx, Draft current) {
        var detail = "This cell was changed in another tab; nothing was stored.";
        answer(ctx, new Problem("draft-conflict", "Conflict", 409, detail, current, null));
    }

    /** The cell runs or waits already. */
    static void running(Context ctx, long number) {
        var detail = "This cell is running; stop it first.";
        answer(ctx, new Problem("already-running", "Conflict", 409, detail, null, number));
    }

    private static void answer(Context ctx, Problem problem) {
        ctx.status(HttpStatus.CONFLICT).json(problem).contentType("application/problem+json");
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Problem(
            String type, String title, int status, String detail, Draft current, Long run) {}
}
