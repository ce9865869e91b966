package dev.interleave.web.lesson;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.page.HomePage;
import dev.interleave.web.page.HomePage.LessonCard;
import dev.interleave.web.page.HomePage.State;
import dev.interleave.web.page.LessonPage;
import dev.interleave.web.page.Pages;
import dev.interleave.web.page.Site;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * The course map at {@code /} and the lessons at {@code /lessons/ID}.
 *
 * <p>Threading: any thread may call anything.
 */
public final class PageRoutes {

    private final CourseLibrary library;
    private final Pages pages;

    public PageRoutes(CourseLibrary library, Pages pages) {
        this.library = library;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/", this::home);
        routes.get("/lessons/{id}", this::lesson);
    }

    private void home(Context ctx) {
        var map = CourseMap.of(library.course(), this::card);
        pages.show(ctx, site -> new HomePage(site, map.stages(), map.progress(), map.continueAt()));
    }

    private LessonCard card(Course.Entry entry) {
        var cells = entry.written() ? library.lesson(entry.id()).cells().size() : 0;
        var state = entry.written() ? State.UNOPENED : State.ANNOUNCED;
        return new LessonCard(
                entry.id(),
                entry.title(),
                entry.summary(),
                entry.minutes(),
                entry.written(),
                state,
                0,
                cells);
    }

    private void lesson(Context ctx) {
        var lesson = library.lesson(ctx.pathParam("id"));
        pages.show(ctx, site -> page(site, lesson));
    }

    private LessonPage page(Site site, Lesson lesson) {
        var course = library.course();
        var order = course.written();
        var place = order.stream().map(Course.Entry::id).toList().indexOf(lesson.id());
        return new LessonPage(
                site,
                lesson,
                course.stageOf(lesson.id()),
                place > 0 ? order.get(place - 1) : null,
                place < order.size() - 1 ? order.get(place + 1) : null);
    }
}
