package dev.interleave.web.classroom;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.page.Pages;
import dev.interleave.web.report.HiddenTests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.ZoneId;
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
    private static final String NAME_AND_ZONE =
            "A class has a name of 1 to %d characters, and a time zone such as Europe/Berlin."
                    .formatted(Classes.LONGEST_NAME);

    private final Classes classes;
    private final Assignments assignments;
    private final CourseExercises exercises;
    private final ClassLessons lessons;
    private final Clock clock;
    private final Pages pages;

    public ClassRoutes(
            Classes classes,
            Assignments assignments,
            CourseExercises exercises,
            ClassLessons lessons,
            Clock clock,
            Pages pages) {
        this.classes = classes;
        this.assignments = assignments;
        this.exercises = exercises;
        this.lessons = lessons;
        this.clock = clock;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/classes", ctx -> showAll(ctx, null));
        routes.post("/classes", this::create);
        routes.post("/classes/join", this::join);
        routes.get("/join/{code}", this::askToJoin);
        routes.get("/classes/{class}", ctx -> show(ctx, null));
        routes.post("/classes/{class}/settings", this::change);
        routes.post("/classes/{class}/archived", this::setArchived);
        routes.post("/classes/{class}/assignments", this::assign);
        routes.post("/classes/{class}/exercises/{exercise}/release", this::releaseResults);
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

    private void create(Context ctx) {
        var name = Forms.field(ctx, "name");
        var zone = zone(ctx);
        if (badName(name) || zone.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showAll(ctx, NAME_AND_ZONE);
            return;
        }
        Forms.goTo(ctx, "/classes/" + classes.create(SignedIn.account(ctx), name, zone.get()));
    }

    private void change(Context ctx) {
        var name = Forms.field(ctx, "name");
        var zone = zone(ctx);
        var days = Forms.optional(ctx, "days").strip();
        var classroom = classroom(classes, ctx);
        var typed = Forms.optional(ctx, "hidden");
        var hidden = typed.isEmpty() ? Optional.of(classroom.hiddenTests()) : HiddenTests.of(typed);
        if (badName(name) || zone.isEmpty() || hidden.isEmpty() || !days.matches("[0-9]{0,4}")) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, NAME_AND_ZONE + " It is kept for up to 9999 days. Nothing was changed.");
            return;
        }
        var keep = days.isEmpty() ? 0 : Integer.parseInt(days);
        var by = SignedIn.account(ctx);
        classes.change(by, classroom.id(), name, zone.get(), keep, hidden.get());
        Forms.goTo(ctx, "/classes/" + classroom.id());
    }

    private static boolean badName(String name) {
        return name.isBlank() || name.length() > Classes.LONGEST_NAME;
    }

    private static Optional<ZoneId> zone(Context ctx) {
        var typed = Forms.optional(ctx, "zone").strip();
        return typed.isEmpty()
                ? Optional.of(ZoneOffset.UTC)
                : Optional.of(typed).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
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
        var wanted = assignment(ctx, classroom);
        if (wanted.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(
                    ctx,
                    "Choose an exercise; a time is like 2027-01-31T12:00, learners see it before it"
                            + " is due, attempts are a number up to 1000, and a day costs 0 to 100"
                            + " percent. Nothing was changed.");
            return;
        }
        assignments.assign(SignedIn.account(ctx), classroom.id(), wanted.get());
        Forms.goTo(ctx, "/classes/" + classroom.id());
    }

    private void releaseResults(Context ctx) {
        var classroom = classroom(classes, ctx);
        assignments.releaseResults(
                SignedIn.account(ctx), classroom.id(), ctx.pathParam("exercise"));
        Forms.goTo(ctx, "/classes/" + classroom.id());
    }

    private Optional<Assignment> assignment(Context ctx, Classroom classroom) {
        try {
            var rule = LateRule.of(Forms.field(ctx, "late"));
            var exercise = exercises.find(Forms.field(ctx, "exercise"));
            var attempts = Integer.parseInt(Forms.field(ctx, "attempts").strip());
            var percent = Integer.parseInt(Forms.field(ctx, "percent").strip());
            var release = classroom.time(Forms.optional(ctx, "release")).orElse(null);
            var due = classroom.time(Forms.field(ctx, "due")).orElse(null);
            if (rule.isEmpty()
                    || exercise.isEmpty()
                    || attempts < 0
                    || attempts > MOST_ATTEMPTS
                    || percent < 0
                    || percent > 100
                    || release != null && due != null && !release.isBefore(due)) {
                return Optional.empty();
            }
            var id = exercise.get().exercise().id();
            return Optional.of(
                    new Assignment(
                            id,
                            release,
                            due,
                            attempts,
                            rule.get(),
                            percent,
                            Forms.optional(ctx, "auto").equals("yes"),
                            Forms.optional(ctx, "held").equals("yes")));
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
        var now = clock.instant();
        var todo =
                assignments.of(classroom.id(), SignedIn.account(ctx).id()).stream()
                        .filter(each -> classroom.staff() || each.released(now))
                        .toList();
        var chosen =
                todo.stream()
                        .filter(each -> each.exercise().equals(ctx.queryParam("change")))
                        .findFirst()
                        .orElse(null);
        var toRead =
                lessons.of(classroom.id(), SignedIn.account(ctx).id()).stream()
                        .filter(each -> classroom.staff() || each.released(now))
                        .toList();
        pages.show(
                ctx,
                site ->
                        new ClassPage(
                                site,
                                classroom,
                                toRead,
                                lessons.all(),
                                todo,
                                exercises,
                                now,
                                chosen,
                                problem));
    }
}
