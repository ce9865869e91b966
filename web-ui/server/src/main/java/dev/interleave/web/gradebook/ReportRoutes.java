package dev.interleave.web.gradebook;

import dev.interleave.web.account.Role;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.gradebook.LearnerReport.Part;
import dev.interleave.web.gradebook.LearnerReport.Regraded;
import dev.interleave.web.gradebook.Row.Cell;
import dev.interleave.web.handin.AttemptViews;
import dev.interleave.web.handin.HandInKey;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.handin.Rubric;
import dev.interleave.web.handin.Rubrics;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one learner of a class did and got, on a page to be printed: for those who teach, and for
 * the learner, who sees no more in it than elsewhere.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ReportRoutes {

    private final Database database;
    private final ClassService classes;
    private final HandIns handIns;
    private final ManualGrades manual;
    private final Rubrics rubrics;
    private final AttemptViews attempts;
    private final Clock clock;
    private final Pages pages;

    public ReportRoutes(
            Database database,
            ClassService classes,
            HandIns handIns,
            ManualGrades manual,
            Rubrics rubrics,
            AttemptViews attempts,
            Clock clock,
            Pages pages) {
        this.database = database;
        this.classes = classes;
        this.handIns = handIns;
        this.manual = manual;
        this.rubrics = rubrics;
        this.attempts = attempts;
        this.clock = clock;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/classes/{class}/report", ctx -> show(ctx, SignedIn.account(ctx).id(), true));
        routes.get(
                "/classes/{class}/members/{account}/report",
                ctx -> show(ctx, ctx.pathParam("account"), false));
    }

    private void show(Context ctx, String account, boolean own) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var learner =
                classes.classes().members(classroom.id()).stream()
                        .filter(each -> each.account().equals(account))
                        .filter(each -> each.role() == Role.LEARNER)
                        .findFirst()
                        .orElseThrow(() -> new NotFoundResponse("There is no such learner here."));
        var now = clock.instant();
        var parts = parts(classroom, learner, own, now);
        pages.show(ctx, site -> new LearnerReport(site, classroom, learner, own, parts, now));
    }

    private List<Part> parts(Classroom classroom, Member learner, boolean own, Instant now) {
        var handedIn =
                handIns.of(classroom.id(), List.of(learner.account())).stream()
                        .collect(Collectors.groupingBy(HandIns.Summary::exercise));
        return classes.assignments().of(classroom.id(), learner.account()).stream()
                .filter(each -> !own || each.released(now))
                .map(
                        each ->
                                part(
                                        each,
                                        new HandInKey(
                                                classroom.id(), each.exercise(), learner.account()),
                                        handedIn.getOrDefault(each.exercise(), List.of()),
                                        own))
                .toList();
    }

    private Part part(
            Assignment assignment, HandInKey key, List<HandIns.Summary> handedIn, boolean own) {
        var withheld = own && assignment.resultsHeld();
        var byHand = withheld ? null : manual.of(key).orElse(null);
        return new Part(
                assignment,
                classes.exercises().title(assignment.exercise()),
                withheld ? Cell.MISSING : Gradebook.cell(assignment, handedIn, byHand),
                own ? attempts.forLearner(key, assignment) : attempts.of(key, assignment),
                byHand,
                withheld ? new Rubric(List.of(), List.of()) : rubrics.of(key),
                withheld ? Map.of() : regradings(key));
    }

    private Map<Long, Regraded> regradings(HandInKey key) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT g.number, r.begun_at, r.ended_by FROM regraded g"
                                            + " JOIN regrading r ON r.id = g.regrading WHERE"
                                            + " r.class = :class AND r.exercise = :exercise AND"
                                            + " g.learner = :learner AND r.state = 'applied' AND"
                                            + " g.state = 'done' ORDER BY r.begun_at")
                                .bindMap(key.columns())
                                .reduceRows(
                                        new HashMap<>(),
                                        (found, row) -> {
                                            found.put(
                                                    row.getColumn("number", Long.class),
                                                    new Regraded(
                                                            Instant.ofEpochMilli(
                                                                    row.getColumn(
                                                                            "begun_at",
                                                                            Long.class)),
                                                            row.getColumn(
                                                                    "ended_by", String.class)));
                                            return found;
                                        }));
    }
}
