package dev.interleave.web.gradebook;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.Role;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.handin.AttemptViews;
import dev.interleave.web.handin.CodeComment;
import dev.interleave.web.handin.CodeComments;
import dev.interleave.web.handin.GradeHistory;
import dev.interleave.web.handin.HandInKey;
import dev.interleave.web.handin.HandInPage.Attempt;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.handin.Rubrics;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;

/**
 * Where people grade what one learner handed in for one exercise: by name from the gradebook, or
 * one after the other without names.
 *
 * <p>Threading: any thread may call anything.
 */
public final class CellRoutes {

    private static final String NAMED = "/classes/{class}/grades/{exercise}/{learner}";
    private static final String ANONYMOUS = "/classes/{class}/exercises/{exercise}/grading";
    private static final double MOST_POINTS = 10_000;
    private static final int LONGEST_COMMENT = 5_000;
    private static final int LONGEST_LINE_COMMENT = 2_000;
    private static final String HOW =
            "Points are a number from 0 to 10000 with two digits after the point at most, a comment"
                    + " has 5000 characters at most. Nothing was changed.";

    private final ClassService classes;
    private final HandIns handIns;
    private final ManualGrades manual;
    private final Rubrics rubrics;
    private final CodeComments comments;
    private final AttemptViews attempts;
    private final GradeHistory history;
    private final Pages pages;

    public CellRoutes(
            ClassService classes,
            HandIns handIns,
            ManualGrades manual,
            Rubrics rubrics,
            CodeComments comments,
            AttemptViews attempts,
            GradeHistory history,
            Pages pages) {
        this.classes = classes;
        this.handIns = handIns;
        this.manual = manual;
        this.rubrics = rubrics;
        this.comments = comments;
        this.attempts = attempts;
        this.history = history;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(NAMED, ctx -> show(ctx, named(ctx), null));
        routes.post(NAMED, ctx -> grade(ctx, named(ctx)));
        routes.post(NAMED + "/comment", ctx -> comment(ctx, named(ctx)));
        routes.get(ANONYMOUS, this::first);
        routes.get(ANONYMOUS + "/{learner}", ctx -> show(ctx, anonymous(ctx), null));
        routes.post(ANONYMOUS + "/{learner}", ctx -> grade(ctx, anonymous(ctx)));
        routes.post(ANONYMOUS + "/{learner}/comment", ctx -> comment(ctx, anonymous(ctx)));
    }

    private Seat named(Context ctx) {
        var base =
                "/classes/%s/grades/%s"
                        .formatted(ctx.pathParam("class"), ctx.pathParam("exercise"));
        return Seat.named(learners(ctx), ctx.pathParam("learner"), base)
                .orElseThrow(() -> new NotFoundResponse("There is no such learner here."));
    }

    private Seat anonymous(Context ctx) {
        return Seat.anonymous(
                        handedIn(ctx),
                        ctx.pathParam("learner"),
                        base(ctx),
                        ctx.pathParam("exercise"))
                .orElseThrow(() -> new NotFoundResponse("There is no such learner here."));
    }

    private void first(Context ctx) {
        var seat =
                Seat.first(handedIn(ctx), base(ctx), ctx.pathParam("exercise"))
                        .orElseThrow(() -> new NotFoundResponse("Nobody has handed this in yet."));
        Forms.goTo(ctx, seat.path());
    }

    private static String base(Context ctx) {
        return "/classes/%s/exercises/%s/grading"
                .formatted(ctx.pathParam("class"), ctx.pathParam("exercise"));
    }

    private void grade(Context ctx, Seat seat) {
        var key = key(ctx, seat);
        assignment(key);
        var by = SignedIn.account(ctx);
        var login = seat.learner().login();
        var rubric = rubrics.of(key);
        var met =
                rubric.items().stream()
                        .map(item -> item.number())
                        .filter(number -> ctx.formParams("item").contains(String.valueOf(number)))
                        .toList();
        var typed = Forms.field(ctx, "points").strip().replace(',', '.');
        var comment = Forms.field(ctx, "comment").strip();
        if (!typed.matches("([0-9]{1,5}(\\.[0-9]{1,2})?)?")
                || !typed.isEmpty() && Double.parseDouble(typed) > MOST_POINTS
                || comment.length() > LONGEST_COMMENT) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, seat, HOW);
            return;
        }
        if (typed.isEmpty() && met.isEmpty()) {
            manual.takeBack(by, key, login);
        } else {
            var points = typed.isEmpty() ? rubric.points(met) : Double.parseDouble(typed);
            manual.give(by, key, login, points, comment);
        }
        rubrics.mark(key, met);
        Forms.goTo(ctx, seat.path());
    }

    private void comment(Context ctx, Seat seat) {
        var key = key(ctx, seat);
        var attempt = number(ctx, "attempt");
        var line = number(ctx, "line");
        var file = Forms.field(ctx, "file");
        var words = Forms.field(ctx, "words").strip();
        var found =
                attempts.of(key, assignment(key)).stream()
                        .map(Attempt::handIn)
                        .filter(each -> each.number() == attempt)
                        .filter(each -> each.files().containsKey(file))
                        .findFirst();
        if (found.isEmpty() || words.length() > LONGEST_LINE_COMMENT) {
            throw new BadRequestResponse("There is no such line, or that is too long.");
        }
        if (line < 1 || line > found.get().files().get(file).lines().count()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, seat, "%s has no line %d. Nothing was written.".formatted(file, line));
            return;
        }
        var by = SignedIn.account(ctx);
        comments.write(by, key, attempt, new CodeComment(file, line, words, by.login()));
        Forms.goTo(ctx, seat.path() + "#attempt-" + attempt);
    }

    private static int number(Context ctx, String name) {
        var typed = Forms.field(ctx, name).strip();
        if (!typed.matches("[0-9]{1,6}")) {
            throw new BadRequestResponse("The field \"%s\" is a number.".formatted(name));
        }
        return Integer.parseInt(typed);
    }

    private void show(Context ctx, Seat seat, String problem) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var key = key(ctx, seat);
        var assignment = assignment(key);
        var shown = attempts.of(key, assignment);
        var byHand = manual.of(key).orElse(null);
        var rubric = rubrics.of(key);
        var entries = history.of(key);
        pages.show(
                ctx,
                site ->
                        new CellPage(
                                site,
                                classroom,
                                seat.who(),
                                seat.anonymous() ? null : seat.learner(),
                                seat.path(),
                                assignment,
                                classes.exercises().title(assignment.exercise()),
                                shown,
                                byHand,
                                rubric,
                                entries,
                                seat.neighbour(-1),
                                seat.neighbour(1),
                                problem));
    }

    private Assignment assignment(HandInKey key) {
        return classes.assignments()
                .of(key.classId(), key.learner(), key.exercise())
                .orElseThrow(() -> new NotFoundResponse("The class has no such exercise."));
    }

    private static HandInKey key(Context ctx, Seat seat) {
        return new HandInKey(
                ctx.pathParam("class"), ctx.pathParam("exercise"), seat.learner().account());
    }

    private List<Member> handedIn(Context ctx) {
        var who = handIns.learners(ctx.pathParam("class"), ctx.pathParam("exercise"));
        return learners(ctx).stream().filter(each -> who.contains(each.account())).toList();
    }

    private List<Member> learners(Context ctx) {
        return classes.classes().members(ctx.pathParam("class")).stream()
                .filter(member -> member.role() == Role.LEARNER)
                .toList();
    }
}
