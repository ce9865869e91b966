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
import dev.interleave.web.handin.HandIn;
import dev.interleave.web.handin.HandInKey;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.stream.Collectors;

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
    private final HandIns handIns;
    private final GradingWorkers<HandIn> handInWorkers;
    private final ManualGrades manual;
    private final Grader grader;
    private final Pages pages;

    /**
     * @param workers who grade again
     * @param handInWorkers who grade what was handed in
     */
    public RegradeRoutes(
            ClassService classes,
            Regradings regradings,
            GradingWorkers<Regradings.Job> workers,
            HandIns handIns,
            GradingWorkers<HandIn> handInWorkers,
            ManualGrades manual,
            Grader grader,
            Pages pages) {
        this.classes = classes;
        this.regradings = regradings;
        this.workers = workers;
        this.handIns = handIns;
        this.handInWorkers = handInWorkers;
        this.manual = manual;
        this.grader = grader;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(REGRADE, ctx -> show(ctx, null));
        routes.post(REGRADE, this::begin);
        routes.post(REGRADE + "/{regrading}", this::decide);
        routes.post("/classes/{class}/exercises/{exercise}/ungraded", this::retry);
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

    private void retry(Context ctx) {
        var classId = ctx.pathParam("class");
        var exercise = exercise(ctx);
        var waiting = handIns.retryImpossible(classId, exercise);
        handInWorkers.wake();
        classes.signIn()
                .audit()
                .note(
                        SignedIn.account(ctx),
                        "had %d hand-ins of %s graded in class %s that could not be before"
                                .formatted(waiting, exercise, classId));
        Forms.goTo(ctx, "/classes/%s/exercises/%s/regrade".formatted(classId, exercise));
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
        var byHand =
                manual.of(classroom.id()).keySet().stream()
                        .filter(key -> key.exercise().equals(exercise))
                        .map(HandInKey::learner)
                        .collect(Collectors.toSet());
        var ungraded = handIns.impossible(classroom.id(), exercise);
        pages.show(
                ctx,
                site ->
                        new RegradePage(
                                site, classroom, exercise, title, learners, found, tests, byHand,
                                ungraded, problem));
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
