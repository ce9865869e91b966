package dev.interleave.web.regrade;

import dev.interleave.sandbox.Grader;
import dev.interleave.web.account.Account;
import dev.interleave.web.account.Forms;
import dev.interleave.web.account.Role;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.grading.GradingWorkers;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;

/**
 * Grading what a class handed in again, for its instructors.
 *
 * <p>Threading: any thread may call anything.
 */
public final class RegradeRoutes {

    private static final String REGRADE = "/classes/{class}/exercises/{exercise}/regrade";

    private final ClassService classes;
    private final Regradings regradings;
    private final GradingWorkers<Regradings.Job> workers;
    private final Grader grader;
    private final Pages pages;

    public RegradeRoutes(
            ClassService classes,
            Regradings regradings,
            GradingWorkers<Regradings.Job> workers,
            Grader grader,
            Pages pages) {
        this.classes = classes;
        this.regradings = regradings;
        this.workers = workers;
        this.grader = grader;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(REGRADE, ctx -> show(ctx, null));
        routes.post(REGRADE, this::begin);
        routes.post(REGRADE + "/{regrading}", this::decide);
    }

    private void begin(Context ctx) {
        var exercise = exercise(ctx);
        var classId = ctx.pathParam("class");
        var whose =
                Whose.of(Forms.optional(ctx, "whose"), learners(classId))
                        .orElseThrow(() -> new BadRequestResponse("There is nobody like that."));
        switch (regradings.begin(SignedIn.account(ctx), classId, exercise, whose)) {
            case BEGUN -> {
                workers.wake();
                Forms.goTo(ctx, ctx.path());
            }
            case UNDECIDED -> refuse(ctx, "Decide about what was graded again before.");
            case NOTHING -> refuse(ctx, "Nothing of theirs is graded yet. Nothing was begun.");
        }
    }

    private void decide(Context ctx) {
        var regrading =
                regradings.of(ctx.pathParam("class"), exercise(ctx)).stream()
                        .filter(each -> each.id().equals(ctx.pathParam("regrading")))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundResponse("There is no such regrading."));
        if (!decide(SignedIn.account(ctx), regrading, Forms.field(ctx, "what"))) {
            refuse(
                    ctx,
                    "Somebody has decided already, it is not complete, or a later one builds on"
                            + " it. Nothing was done.");
            return;
        }
        Forms.goTo(ctx, ctx.path().substring(0, ctx.path().lastIndexOf('/')));
    }

    private boolean decide(Account by, Regrading regrading, String what) {
        return switch (what) {
            case "apply" -> regradings.apply(by, regrading);
            case "undo" -> regradings.undo(by, regrading);
            case "drop" -> regradings.drop(by, regrading);
            default -> throw new BadRequestResponse("It can be applied, undone or dropped.");
        };
    }

    private void refuse(Context ctx, String why) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(ctx, why);
    }

    private void show(Context ctx, String problem) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var exercise = exercise(ctx);
        var found = regradings.of(classroom.id(), exercise);
        var title = classes.exercises().title(exercise);
        var learners = learners(classroom.id());
        var tests = grader.testsVersion(exercise).orElse(null);
        pages.show(
                ctx,
                site ->
                        new RegradePage(
                                site, classroom, exercise, title, learners, found, tests, problem));
    }

    private List<Member> learners(String classId) {
        return classes.classes().members(classId).stream()
                .filter(member -> member.role() == Role.LEARNER)
                .toList();
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
