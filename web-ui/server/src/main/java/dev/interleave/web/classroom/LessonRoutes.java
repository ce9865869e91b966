package dev.interleave.web.classroom;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.SignedIn;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.format.DateTimeParseException;

/**
 * Which lessons a class is to read, for its instructors.
 *
 * <p>Threading: any thread may call anything.
 */
final class LessonRoutes {

    private static final String LESSONS = "/classes/{class}/lessons";

    private final Classes classes;
    private final ClassLessons lessons;

    LessonRoutes(Classes classes, ClassLessons lessons) {
        this.classes = classes;
        this.lessons = lessons;
    }

    void register(RoutesConfig routes) {
        routes.post(LESSONS, this::choose);
        routes.post(LESSONS + "/{lesson}/remove", this::drop);
    }

    private void choose(Context ctx) {
        var classroom = ClassRoutes.classroom(classes, ctx);
        var lesson = Forms.field(ctx, "lesson");
        if (lessons.all().stream().noneMatch(each -> each.id().equals(lesson))) {
            throw new BadRequestResponse("The course has no such lesson.");
        }
        try {
            var release = classroom.time(Forms.optional(ctx, "from")).orElse(null);
            var due = classroom.time(Forms.optional(ctx, "until")).orElse(null);
            if (release != null && due != null && !release.isBefore(due)) {
                throw new BadRequestResponse("The lesson is to be read until before it is shown.");
            }
            lessons.choose(SignedIn.account(ctx), classroom.id(), lesson, release, due);
        } catch (DateTimeParseException _) {
            throw new BadRequestResponse("A time is like 2027-01-31T12:00.");
        }
        Forms.goTo(ctx, "/classes/" + classroom.id() + "#lessons");
    }

    private void drop(Context ctx) {
        var classId = ctx.pathParam("class");
        lessons.drop(SignedIn.account(ctx), classId, ctx.pathParam("lesson"));
        Forms.goTo(ctx, "/classes/" + classId + "#lessons");
    }
}
