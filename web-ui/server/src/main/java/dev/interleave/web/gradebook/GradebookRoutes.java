package dev.interleave.web.gradebook;

import dev.interleave.csv.CsvLines;
import dev.interleave.web.account.Forms;
import dev.interleave.web.account.Role;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.handin.AttemptViews;
import dev.interleave.web.handin.HandInKey;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The gradebook of a class, for those who teach it.
 *
 * <p>Threading: any thread may call anything.
 */
public final class GradebookRoutes {

    private static final String GRADES = "/classes/{class}/grades";
    private static final String CELL = GRADES + "/{exercise}/{learner}";
    private static final double MOST_POINTS = 10_000;
    private static final int LONGEST_COMMENT = 5_000;

    private final ClassService classes;
    private final Gradebook gradebook;
    private final ManualGrades manual;
    private final AttemptViews attempts;
    private final Pages pages;

    public GradebookRoutes(
            ClassService classes, HandIns handIns, ManualGrades manual, Pages pages) {
        this.classes = classes;
        this.manual = manual;
        this.gradebook = new Gradebook(classes.classes(), classes.assignments(), handIns, manual);
        this.attempts = new AttemptViews(handIns);
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(GRADES, this::show);
        routes.get(GRADES + ".csv", this::export);
        routes.get(CELL, ctx -> showCell(ctx, null));
        routes.post(CELL, this::grade);
    }

    private void show(Context ctx) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var view =
                new View(
                        Objects.requireNonNullElse(ctx.queryParam("filter"), ""),
                        sort(ctx),
                        Forms.page(ctx));
        var found = view.of(gradebook.rows(classroom.id()));
        var columns = gradebook.assignments(classroom.id());
        pages.show(
                ctx,
                site ->
                        new GradebookPage(
                                site,
                                classroom,
                                columns,
                                classes.exercises(),
                                view.page(found),
                                found.size(),
                                view));
    }

    private static String sort(Context ctx) {
        var sort = Objects.requireNonNullElse(ctx.queryParam("sort"), "name");
        return List.of("section", "total").contains(sort) ? sort : "name";
    }

    private void export(Context ctx) {
        var classId = ctx.pathParam("class");
        var separator = ";".equals(ctx.queryParam("separator")) ? ';' : ',';
        var out = new StringWriter();
        var csv = new CsvLines(out, separator);
        var head = new ArrayList<>(List.of("name", "login", "section"));
        gradebook.assignments(classId).forEach(each -> head.add(each.exercise()));
        head.add("total");
        csv.line(head);
        gradebook.rows(classId).forEach(row -> csv.line(line(row)));
        ctx.contentType("text/csv; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"grades.csv\"");
        ctx.result(out.toString());
    }

    private static List<String> line(Row row) {
        var learner = row.learner();
        var line = new ArrayList<>(List.of(learner.name(), learner.login(), learner.section()));
        row.cells()
                .forEach(
                        cell ->
                                line.add(
                                        cell.points() == null
                                                ? ""
                                                : CsvLines.number(cell.points())));
        line.add(CsvLines.number(row.total()));
        return line;
    }

    private void grade(Context ctx) {
        var learner = learner(ctx);
        var key = key(ctx, learner);
        assignment(key);
        var typed = Forms.field(ctx, "points").strip().replace(',', '.');
        var comment = Forms.field(ctx, "comment").strip();
        if (typed.isEmpty()) {
            manual.takeBack(SignedIn.account(ctx), key, learner.login());
        } else if (typed.matches("[0-9]{1,5}(\\.[0-9]{1,2})?")
                && Double.parseDouble(typed) <= MOST_POINTS
                && comment.length() <= LONGEST_COMMENT) {
            manual.give(
                    SignedIn.account(ctx),
                    key,
                    learner.login(),
                    Double.parseDouble(typed),
                    comment);
        } else {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showCell(
                    ctx,
                    "Points are a number from 0 to 10000 with two digits after the point at most,"
                            + " a comment has 5000 characters at most. Nothing was changed.");
            return;
        }
        Forms.goTo(ctx, ctx.path());
    }

    private void showCell(Context ctx, String problem) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var learners = learners(classroom.id());
        var learner = learner(ctx);
        var place = learners.indexOf(learner);
        var key = key(ctx, learner);
        var assignment = assignment(key);
        var shown = attempts.of(key, assignment);
        var byHand = manual.of(key).orElse(null);
        pages.show(
                ctx,
                site ->
                        new CellPage(
                                site,
                                classroom,
                                learner,
                                assignment,
                                classes.exercises().title(assignment.exercise()),
                                shown,
                                byHand,
                                place > 0 ? learners.get(place - 1) : null,
                                place < learners.size() - 1 ? learners.get(place + 1) : null,
                                problem));
    }

    private Assignment assignment(HandInKey key) {
        return classes.assignments()
                .of(key.classId(), key.learner(), key.exercise())
                .orElseThrow(() -> new NotFoundResponse("The class has no such exercise."));
    }

    private static HandInKey key(Context ctx, Member learner) {
        return new HandInKey(ctx.pathParam("class"), ctx.pathParam("exercise"), learner.account());
    }

    private Member learner(Context ctx) {
        return learners(ctx.pathParam("class")).stream()
                .filter(member -> member.account().equals(ctx.pathParam("learner")))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("There is no such learner here."));
    }

    private List<Member> learners(String classId) {
        return classes.classes().members(classId).stream()
                .filter(member -> member.role() == Role.LEARNER)
                .toList();
    }
}
