package dev.interleave.web.cell;

import dev.interleave.web.course.Lesson.LessonCell;
import dev.interleave.web.progress.OwnCell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;

/**
 * Cells that learners add between those of the author.
 *
 * <p>Threading: any thread may call anything.
 */
final class OwnCellRoutes {

    private static final String CELL = "/api/lessons/{id}/cells/{cell}";

    private final Requests requests;

    OwnCellRoutes(Requests requests) {
        this.requests = requests;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/lessons/{id}/cells", this::add);
        routes.post(CELL + "/move", this::move);
        routes.post(CELL + "/restore", this::restore);
        routes.delete(CELL, this::remove);
    }

    private void add(Context ctx) {
        var wanted = requests.newCell(ctx);
        var added = requests.workbook(ctx).addCell(wanted.after(), wanted.text());
        ctx.status(HttpStatus.CREATED).json(new Added(added, order(ctx)));
    }

    private void move(Context ctx) {
        var after = requests.after(ctx);
        requests.workbook(ctx).moveCell(own(ctx), after);
        ctx.json(new Order(order(ctx)));
    }

    private void remove(Context ctx) {
        var cell = own(ctx);
        if (!requests.workbook(ctx).removeCell(cell)) {
            throw new BadRequestResponse("This cell is running; stop it first.");
        }
        ctx.json(new Order(order(ctx)));
    }

    private void restore(Context ctx) {
        var cell = ctx.pathParam("cell");
        if (!OwnCell.isOwn(cell) || !requests.workbook(ctx).restoreCell(cell)) {
            throw new NotFoundResponse("There never was a cell \"%s\".".formatted(cell));
        }
        ctx.json(new Order(order(ctx)));
    }

    /** The author's cells stay where they are. */
    private String own(Context ctx) {
        var cell = requests.cell(ctx).id();
        if (!OwnCell.isOwn(cell)) {
            throw new BadRequestResponse("This is a cell of the author, which stays where it is.");
        }
        return cell;
    }

    private List<String> order(Context ctx) {
        return requests.workbook(ctx).lesson().cells().stream().map(LessonCell::id).toList();
    }

    private record Added(String cell, List<String> cells) {}

    private record Order(List<String> cells) {}
}
