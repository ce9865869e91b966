package dev.interleave.web.classroom;

import dev.interleave.web.account.SignInService;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Database;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/**
 * Classes, their members and what is assigned in them.
 *
 * @param exercises that can be assigned
 */
public record ClassService(
        Classes classes,
        Assignments assignments,
        CourseExercises exercises,
        ClassLessons lessons,
        RosterImport rosters,
        SignInService signIn,
        Clock clock) {

    public static ClassService open(
            Database database, SignInService signIn, CourseLibrary library, Clock clock) {
        var classes = new Classes(database, signIn.audit(), clock);
        return new ClassService(
                classes,
                new Assignments(database, signIn.audit(), clock),
                new CourseExercises(library),
                new ClassLessons(database, signIn.audit(), library),
                new RosterImport(
                        database, signIn.accounts(), signIn.links(), classes, signIn.audit()),
                signIn,
                clock);
    }

    public void register(RoutesConfig routes, Pages pages) {
        new ClassRoutes(classes, assignments, exercises, lessons, clock, pages).register(routes);
        new LessonRoutes(classes, lessons).register(routes);
        new MemberRoutes(classes, assignments, rosters, signIn.links(), signIn.audit(), pages)
                .register(routes);
    }
}
