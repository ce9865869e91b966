package dev.interleave.web.gradebook;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.handin.HandInKey;
import dev.interleave.web.handin.Rubric;
import dev.interleave.web.handin.Rubrics;
import dev.interleave.web.page.Pages;
import dev.interleave.web.page.Points;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where instructors write rubrics.
 *
 * <p>Threading: any thread may call anything.
 */
public final class RubricRoutes {

    private static final String RUBRIC = "/classes/{class}/exercises/{exercise}/rubric";

    private final ClassService classes;
    private final Rubrics rubrics;
    private final Pages pages;

    public RubricRoutes(ClassService classes, Rubrics rubrics, Pages pages) {
        this.classes = classes;
        this.rubrics = rubrics;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(RUBRIC, this::show);
        routes.post(RUBRIC, this::set);
    }

    private void show(Context ctx) {
        var rubric = rubrics.of(new HandInKey(ctx.pathParam("class"), exercise(ctx), ""));
        var text =
                rubric.items().stream()
                        .map(item -> Points.of(item.points()) + " " + item.words())
                        .collect(Collectors.joining("\n"));
        show(ctx, text, List.of());
    }

    private void set(Context ctx) {
        var text = Forms.field(ctx, "rubric");
        var typed = Rubric.read(text);
        if (!typed.problems().isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, text, typed.problems());
            return;
        }
        var classId = ctx.pathParam("class");
        rubrics.set(SignedIn.account(ctx), classId, exercise(ctx), typed.items());
        Forms.goTo(ctx, "/classes/" + classId);
    }

    private void show(Context ctx, String text, List<String> problems) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var exercise = exercise(ctx);
        var title = classes.exercises().title(exercise);
        pages.show(ctx, site -> new RubricPage(site, classroom, exercise, title, text, problems));
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
