package dev.interleave.web.gradebook;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.Role;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;

/**
 * Points by hand from a file: looked at first, then given all at once.
 *
 * <p>Threading: any thread may call anything.
 */
public final class PointsRoutes {

    private static final String POINTS = "/classes/{class}/exercises/{exercise}/points";

    private final ClassService classes;
    private final ManualGrades manual;
    private final Pages pages;

    public PointsRoutes(ClassService classes, ManualGrades manual, Pages pages) {
        this.classes = classes;
        this.manual = manual;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(POINTS, ctx -> show(ctx, "", null));
        routes.post(POINTS, this::preview);
        routes.post(POINTS + "/import", this::importAll);
    }

    private void preview(Context ctx) {
        show(ctx, Forms.field(ctx, "csv"), read(ctx));
    }

    private void importAll(Context ctx) {
        var typed = read(ctx);
        if (!typed.problems().isEmpty()) {
            show(ctx, Forms.field(ctx, "csv"), typed);
            return;
        }
        var classId = ctx.pathParam("class");
        manual.giveAll(
                SignedIn.account(ctx),
                classId,
                exercise(ctx),
                typed.lines().stream()
                        .map(
                                line ->
                                        new ManualGrades.Given(
                                                line.learner().account(),
                                                line.points(),
                                                line.comment()))
                        .toList());
        Forms.goTo(ctx, "/classes/" + classId + "/grades");
    }

    private TypedPoints read(Context ctx) {
        var learners =
                classes.classes().members(ctx.pathParam("class")).stream()
                        .filter(member -> member.role() == Role.LEARNER)
                        .toList();
        return TypedPoints.read(Forms.field(ctx, "csv"), learners);
    }

    private void show(Context ctx, String csv, TypedPoints typed) {
        if (typed != null && !typed.problems().isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var exercise = exercise(ctx);
        var title = classes.exercises().title(exercise);
        var present = manual.of(classroom.id());
        pages.show(
                ctx, site -> new PointsPage(site, classroom, exercise, title, csv, typed, present));
    }

    private String exercise(Context ctx) {
        var exercise = ctx.pathParam("exercise");
        if (classes.assignments().of(ctx.pathParam("class")).stream()
                .noneMatch(each -> each.exercise().equals(exercise))) {
            throw new NotFoundResponse("The class has no such exercise.");
        }
        return exercise;
    }
}
