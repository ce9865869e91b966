package dev.interleave.web.lesson;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.course.Lesson.LessonCell;
import dev.interleave.web.course.LocalCourse;
import dev.interleave.web.language.Languages;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.page.HomePage;
import dev.interleave.web.page.LessonPage;
import dev.interleave.web.page.Pages;
import dev.interleave.web.page.Site;
import dev.interleave.web.progress.Progress;
import dev.interleave.web.review.Deck;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The course map at {@code /} and the lessons at {@code /lessons/ID}.
 *
 * <p>Threading: any thread may call anything.
 */
public final class PageRoutes {

    private final CourseLibrary library;
    private final Learners learners;
    private final Progress progress;
    private final Deck deck;
    private final Pages pages;

    public PageRoutes(
            CourseLibrary library, Learners learners, Progress progress, Deck deck, Pages pages) {
        this.library = library;
        this.learners = learners;
        this.progress = progress;
        this.deck = deck;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/", this::home);
        routes.get("/lessons/{id}", this::lesson);
    }

    private void home(Context ctx) {
        var learner = learners.learner(ctx);
        var visited = progress.of(learner);
        var due = deck.countDue(learner);
        var course = library.in(Languages.of(ctx).tag()).course();
        var map = CourseMap.of(course, visited, this::cells);
        pages.show(
                ctx,
                site -> new HomePage(site, map.stages(), map.progress(), map.continueAt(), due));
    }

    private Set<String> cells(Course.Entry lesson) {
        return library.lesson(lesson.id()).cells().stream()
                .map(LessonCell::id)
                .collect(Collectors.toSet());
    }

    private void lesson(Context ctx) {
        var local = library.in(Languages.of(ctx).tag());
        var lesson = local.lesson(ctx.pathParam("id"));
        pages.show(ctx, site -> page(site, local, lesson));
    }

    private static LessonPage page(Site site, LocalCourse local, Lesson lesson) {
        var course = local.course();
        var order = course.written();
        var place = order.stream().map(Course.Entry::id).toList().indexOf(lesson.id());
        return new LessonPage(
                site,
                lesson,
                course.stageOf(lesson.id()),
                place > 0 ? order.get(place - 1) : null,
                place < order.size() - 1 ? order.get(place + 1) : null,
                local.isOlder(lesson.id()));
    }
}
