package dev.interleave.web.lti;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.OneTime;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.lti.LtiClasses.Linked;
import dev.interleave.web.lti.PlatformClassPage.Comparison;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What instructors do with the platform whose course a class is. What they are shown is kept for an
 * hour, and exactly that is done when they say so.
 *
 * <p>Threading: any thread may call anything.
 */
final class PlatformClassRoutes {

    private static final String PLATFORM = "/classes/{class}/platform";
    private static final Duration VALID = Duration.ofHours(1);

    private final LtiClasses ltiClasses;
    private final ClassService classes;
    private final Connections connections;
    private final RosterComparison rosters;
    private final ScoreQueue queue;
    private final Runnable sendNow;
    private final Pages pages;
    private final OneTime<Shown> shown;
    private final Tokens tokens = new Tokens();

    PlatformClassRoutes(
            LtiClasses ltiClasses,
            ClassService classes,
            Connections connections,
            RosterComparison rosters,
            ScoreQueue queue,
            Runnable sendNow,
            Pages pages,
            Clock clock) {
        this.ltiClasses = ltiClasses;
        this.classes = classes;
        this.connections = connections;
        this.rosters = rosters;
        this.queue = queue;
        this.sendNow = sendNow;
        this.pages = pages;
        this.shown = new OneTime<>(clock, VALID);
    }

    /**
     * What somebody was shown.
     *
     * @param account of who was
     */
    private record Shown(String account, String classId, List<RosterChange> changes) {}

    void register(RoutesConfig routes) {
        routes.get(PLATFORM, ctx -> show(ctx, linked(ctx), null, null, null));
        routes.post(PLATFORM + "/roster", this::compare);
        routes.post(PLATFORM + "/roster/apply", this::apply);
        routes.post(PLATFORM + "/points", this::send);
    }

    private void compare(Context ctx) {
        var linked = linked(ctx);
        if (linked.members() == null) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, linked, null, null, "There is no list of members to compare with.");
            return;
        }
        try {
            var service = connections.to(linked.platform()).service();
            var there = PlatformMembers.read(service, linked.members(), linked.context());
            var by = SignedIn.account(ctx);
            var changes = rosters.plan(by, linked, there);
            var key = tokens.secret();
            shown.put(key, new Shown(by.id(), linked.classId(), changes));
            show(ctx, linked, new Comparison(key, there.size(), changes), null, null);
        } catch (PlatformProblem e) {
            ctx.status(HttpStatus.BAD_GATEWAY);
            show(ctx, linked, null, null, e.getMessage() + " Nothing was changed.");
        }
    }

    private void apply(Context ctx) {
        var linked = linked(ctx);
        var by = SignedIn.account(ctx);
        var found =
                shown.take(Forms.field(ctx, "key"))
                        .filter(each -> each.account().equals(by.id()))
                        .filter(each -> each.classId().equals(linked.classId()));
        if (found.isEmpty()) {
            ctx.status(HttpStatus.CONFLICT);
            show(ctx, linked, null, null, "This was done, or waited too long. Compare once more.");
            return;
        }
        rosters.apply(by, linked, found.get().changes());
        show(ctx, linked, null, "The class has the members of the course.", null);
    }

    private void send(Context ctx) {
        var linked = linked(ctx);
        queue.again(linked.classId());
        sendNow.run();
        Forms.goTo(ctx, "/classes/%s/platform".formatted(linked.classId()));
    }

    private Linked linked(Context ctx) {
        return ltiClasses
                .linked(ctx.pathParam("class"))
                .orElseThrow(() -> new NotFoundResponse("This class is of no learning platform."));
    }

    private void show(
            Context ctx, Linked linked, Comparison comparison, String notice, String problem) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var points = queue.of(linked.classId());
        var takesPoints =
                linked.lineItems() != null
                        || !points.isEmpty()
                        || queue.hasLineItem(linked.classId());
        pages.show(
                ctx,
                site ->
                        new PlatformClassPage(
                                site,
                                classroom,
                                classes.exercises(),
                                takesPoints,
                                points,
                                linked.members() != null,
                                comparison,
                                notice,
                                problem));
    }
}
