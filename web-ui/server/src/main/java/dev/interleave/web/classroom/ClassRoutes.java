package dev.interleave.web.classroom;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Classes, and the exercises in them.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ClassRoutes {

    private static final int MOST_ATTEMPTS = 1_000;

    private final Classes classes;
    private final Assignments assignments;
    private final CourseExercises exercises;
    private final Pages pages;

    public ClassRoutes(
            Classes classes, Assignments assignments, CourseExercises exercises, Pages pages) {
        this.classes = classes;
        this.assignments = assignments;
        this.exercises = exercises;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/classes", ctx -> showAll(ctx, null));
        routes.post("/classes", this::create);
        routes.post("/classes/join", this::join);
        routes.get("/join/{code}", this::askToJoin);
        routes.get("/classes/{class}", ctx -> show(ctx, null));
        routes.post("/classes/{class}/archived", this::setArchived);
        routes.post("/classes/{class}/assignments", this::assign);
    }

    /**
     * The class that the path names.
     *
     * @throws NotFoundResponse if there is none
     */
    public static Classroom classroom(Classes classes, Context ctx) {
        return classes.of(SignedIn.account(ctx), ctx.pathParam("class"))
                .orElseThrow(() -> new NotFoundResponse("There is no such class."));
    }

    /** A time as forms have it, in UTC; empty where nothing was typed. */
    public static Optional<Instant> time(String typed) {
        return typed.isBlank()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(typed.strip()).toInstant(ZoneOffset.UTC));
    }

    private void create(Context ctx) {
        var name = Forms.field(ctx, "name");
        if (name.isBlank() || name.length() > Classes.LONGEST_NAME) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showAll(
                    ctx,
                    "A class has a name of 1 to %d characters.".formatted(Classes.LONGEST_NAME));
            return;
        }
        Forms.goTo(ctx, "/classes/" + classes.create(SignedIn.account(ctx), name));
    }

    private void join(Context ctx) {
        var joined = classes.join(SignedIn.account(ctx), Forms.field(ctx, "code"));
        if (joined.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showAll(ctx, "There is no class with this code.");
            return;
        }
        Forms.goTo(ctx, "/classes/" + joined.get());
    }

    private void askToJoin(Context ctx) {
        var code = ctx.pathParam("code");
        pages.show(ctx, site -> new JoinPage(site, code));
    }

    private void setArchived(Context ctx) {
        var classroom = classroom(classes, ctx);
        classes.setArchived(
                SignedIn.account(ctx), classroom.id(), Forms.field(ctx, "archived").equals("yes"));
        Forms.goTo(ctx, "/classes/" + classroom.id());
    }

    private void assign(Context ctx) {
        var classroom = classroom(classes, ctx);
        var wanted = assignment(ctx);
        if (wanted.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(
                    ctx,
                    "Choose an exercise; a time is like 2027-01-31T12:00, attempts are a number"
                            + " up to 1000, and a day costs 0 to 100 percent.");
            return;
        }
        assignments.assign(SignedIn.account(ctx), classroom.id(), wanted.get());
        Forms.goTo(ctx, "/classes/" + classroom.id());
    }

    private Optional<Assignment> assignment(Context ctx) {
        try {
            var rule = LateRule.of(Forms.field(ctx, "late"));
            var exercise = exercises.find(Forms.field(ctx, "exercise"));
            var attempts = Integer.parseInt(Forms.field(ctx, "attempts").strip());
            var percent = Integer.parseInt(Forms.field(ctx, "percent").strip());
            var due = time(Forms.field(ctx, "due")).orElse(null);
            if (rule.isEmpty()
                    || exercise.isEmpty()
                    || attempts < 0
                    || attempts > MOST_ATTEMPTS
                    || percent < 0
                    || percent > 100) {
                return Optional.empty();
            }
            var id = exercise.get().exercise().id();
            return Optional.of(new Assignment(id, due, attempts, rule.get(), percent));
        } catch (NumberFormatException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private void showAll(Context ctx, String problem) {
        var found = classes.of(SignedIn.account(ctx));
        pages.show(ctx, site -> new ClassesPage(site, found, problem));
    }

    private void show(Context ctx, String problem) {
        var classroom = classroom(classes, ctx);
        var todo = assignments.of(classroom.id(), SignedIn.account(ctx).id());
        pages.show(ctx, site -> new ClassPage(site, classroom, todo, exercises, problem));
    }
}
