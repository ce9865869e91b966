package dev.interleave.web.radar;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.course.Course;
import dev.interleave.web.handin.ClassHints;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;

/**
 * The radar of a class, for those who teach it.
 *
 * <p>Threading: any thread may call anything.
 */
public final class RadarRoutes {

    private static final String RADAR = "/classes/{class}/radar";
    private static final String DRAFTS_OF_EXERCISE = "exercise/";
    private static final int LONGEST_HINT = 2_000;

    private final ClassService classes;
    private final ClassHints hints;
    private final Radar radar;
    private final Pages pages;

    public RadarRoutes(
            Database database, ClassService classes, ClassHints hints, Clock clock, Pages pages) {
        this.classes = classes;
        this.hints = hints;
        this.radar = new Radar(database, classes.classes(), clock);
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(RADAR, ctx -> show(ctx, null));
        routes.post(RADAR + "/hint", this::hint);
    }

    private void hint(Context ctx) {
        var classId = ctx.pathParam("class");
        var words = Forms.field(ctx, "words").strip();
        var exercise = Forms.field(ctx, "exercise");
        var fault = Forms.field(ctx, "fault");
        var message = Forms.field(ctx, "message");
        var group =
                radar.failures(classId).stream()
                        .filter(each -> each.is(exercise, fault, message))
                        .findFirst();
        if (words.isEmpty() || words.length() > LONGEST_HINT || group.isEmpty()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(
                    ctx,
                    group.isEmpty()
                            ? "Nobody fails on this any more. No hint was given."
                            : "A hint has 1 to %d characters. No hint was given."
                                    .formatted(LONGEST_HINT));
            return;
        }
        var learners = group.get().learners().stream().map(Member::account).toList();
        hints.give(SignedIn.account(ctx), classId, exercise, learners, words);
        Forms.goTo(ctx, "/classes/" + classId + "/radar");
    }

    private void show(Context ctx, String notice) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var places =
                radar.places(classroom.id()).entrySet().stream()
                        .map(each -> new RadarPage.Place(title(each.getKey()), each.getValue()))
                        .toList();
        var groups =
                radar.failures(classroom.id()).stream()
                        .map(
                                each ->
                                        new RadarPage.Group(
                                                each.exercise(),
                                                classes.exercises().title(each.exercise()),
                                                each.fault(),
                                                each.message(),
                                                each.learners()))
                        .toList();
        var projector = ctx.queryParam("projector") != null;
        pages.show(ctx, site -> new RadarPage(site, classroom, places, groups, projector, notice));
    }

    private String title(String lesson) {
        if (lesson.startsWith(DRAFTS_OF_EXERCISE)) {
            return classes.exercises().title(lesson.substring(DRAFTS_OF_EXERCISE.length()));
        }
        return classes.exercises().library().course().written().stream()
                .filter(entry -> entry.id().equals(lesson))
                .map(Course.Entry::title)
                .findFirst()
                .orElse(lesson);
    }
}
