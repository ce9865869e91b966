package dev.interleave.web.classroom;

import dev.interleave.web.account.AuditLog;
import dev.interleave.web.account.Forms;
import dev.interleave.web.account.PasswordLinks;
import dev.interleave.web.account.Role;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Who is in a class: the list, the import, and what single learners are given.
 *
 * <p>Threading: any thread may call anything.
 */
public final class MemberRoutes {

    private static final String MEMBERS = "/classes/{class}/members";

    private final Classes classes;
    private final Assignments assignments;
    private final RosterImport rosters;
    private final PasswordLinks links;
    private final AuditLog audit;
    private final Pages pages;

    MemberRoutes(
            Classes classes,
            Assignments assignments,
            RosterImport rosters,
            PasswordLinks links,
            AuditLog audit,
            Pages pages) {
        this.classes = classes;
        this.assignments = assignments;
        this.rosters = rosters;
        this.links = links;
        this.audit = audit;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(MEMBERS, ctx -> show(ctx, null, null));
        routes.get("/classes/{class}/roster", ctx -> preview(ctx, "", null));
        routes.post("/classes/{class}/roster", this::preview);
        routes.post("/classes/{class}/roster/import", this::importAll);
        routes.post(MEMBERS + "/{account}/role", this::setRole);
        routes.post(MEMBERS + "/{account}/link", this::makeLink);
        routes.post(MEMBERS + "/{account}/remove", this::remove);
        routes.post("/classes/{class}/links", this::makeLinks);
        routes.post(MEMBERS + "/{account}/extension", this::extend);
    }

    private void preview(Context ctx) {
        var csv = Forms.field(ctx, "csv");
        preview(ctx, csv, Roster.read(csv));
    }

    private void preview(Context ctx, String csv, Roster roster) {
        var classroom = ClassRoutes.classroom(classes, ctx);
        var planned =
                roster == null
                        ? List.<RosterImport.Planned>of()
                        : rosters.plan(classroom.id(), roster);
        if (roster != null && !roster.problems().isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        pages.show(ctx, site -> new RosterPage(site, classroom, csv, roster, planned));
    }

    private void importAll(Context ctx) {
        var csv = Forms.field(ctx, "csv");
        var roster = Roster.read(csv);
        if (!roster.problems().isEmpty()) {
            preview(ctx, csv, roster);
            return;
        }
        var classroom = ClassRoutes.classroom(classes, ctx);
        var invited = rosters.run(SignedIn.account(ctx), classroom.id(), roster);
        var title = "%d learners are in the class".formatted(roster.lines().size());
        pages.show(ctx, site -> new ImportedPage(site, classroom, title, invited));
    }

    private void makeLinks(Context ctx) {
        var classroom = ClassRoutes.classroom(classes, ctx);
        var invited = rosters.linksAgain(SignedIn.account(ctx), classroom.id());
        if (invited.isEmpty()) {
            show(ctx, null, "All learners of this class have set their passwords.");
            return;
        }
        var title = "%d new links; those before do not work any more".formatted(invited.size());
        pages.show(ctx, site -> new ImportedPage(site, classroom, title, invited));
    }

    private void remove(Context ctx) {
        var member = member(ctx);
        if (member.account().equals(SignedIn.account(ctx).id())) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, null, "Another instructor has to take you out of the class.");
            return;
        }
        classes.remove(SignedIn.account(ctx), ctx.pathParam("class"), member);
        Forms.goTo(ctx, "/classes/" + ctx.pathParam("class") + "/members");
    }

    private void setRole(Context ctx) {
        var role =
                Role.of(Forms.field(ctx, "role"))
                        .filter(each -> each != Role.ADMIN && each != Role.AUTHOR)
                        .orElseThrow(() -> new BadRequestResponse("There is no such role."));
        var member = member(ctx);
        if (member.account().equals(SignedIn.account(ctx).id())) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, null, "Another instructor has to change your own role.");
            return;
        }
        classes.setRole(SignedIn.account(ctx), ctx.pathParam("class"), member, role);
        Forms.goTo(ctx, "/classes/" + ctx.pathParam("class") + "/members");
    }

    /** Who has a password is an admin's business: with a link one can sign in as somebody. */
    private void makeLink(Context ctx) {
        var member = member(ctx);
        if (!member.invited() || member.role() != Role.LEARNER) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, null, "%s has a password. Ask an admin.".formatted(member.name()));
            return;
        }
        audit.note(SignedIn.account(ctx), "made a link for " + member.login());
        show(ctx, links.make(member.account()), "A new link for %s.".formatted(member.name()));
    }

    private void extend(Context ctx) {
        var member = member(ctx);
        var exercise = Forms.field(ctx, "exercise");
        if (assignments.of(ctx.pathParam("class"), member.account(), exercise).isEmpty()) {
            throw new NotFoundResponse("The class has no such exercise.");
        }
        try {
            assignments.extend(
                    SignedIn.account(ctx),
                    ctx.pathParam("class"),
                    exercise,
                    member,
                    ClassRoutes.classroom(classes, ctx)
                            .time(Forms.field(ctx, "until"))
                            .orElse(null));
        } catch (DateTimeParseException _) {
            throw new BadRequestResponse("A time is like 2027-01-31T12:00.");
        }
        Forms.goTo(
                ctx,
                "/classes/%s/grades/%s/%s"
                        .formatted(ctx.pathParam("class"), exercise, member.account()));
    }

    private Member member(Context ctx) {
        return classes.members(ctx.pathParam("class")).stream()
                .filter(each -> each.account().equals(ctx.pathParam("account")))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("Nobody in this class has this account."));
    }

    private void show(Context ctx, String link, String notice) {
        var classroom = ClassRoutes.classroom(classes, ctx);
        var members = classes.members(classroom.id());
        pages.show(ctx, site -> new MembersPage(site, classroom, members, link, notice));
    }
}
