package dev.interleave.web.glossary;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Term;
import dev.interleave.web.page.GlossaryPage;
import dev.interleave.web.page.GlossaryPage.Entry;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The glossary as a page, and for pages that show what a term means.
 *
 * <p>Threading: any thread may call anything.
 */
public final class GlossaryRoutes {

    private final CourseLibrary library;
    private final Pages pages;

    public GlossaryRoutes(CourseLibrary library, Pages pages) {
        this.library = library;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/glossary", ctx -> pages.show(ctx, site -> new GlossaryPage(site, sorted())));
        routes.get("/api/glossary", this::terms);
    }

    private record Terms(List<Entry> terms) {}

    /** In the order of the course, so that a page knows what was defined before it. */
    private void terms(Context ctx) {
        ctx.json(new Terms(entries().toList()));
    }

    private List<Entry> sorted() {
        var byTerm = Comparator.comparing(Entry::term, String.CASE_INSENSITIVE_ORDER);
        return entries().sorted(byTerm).toList();
    }

    private Stream<Entry> entries() {
        return library.course().written().stream()
                .flatMap(
                        lesson ->
                                library.lesson(lesson.id()).terms().stream()
                                        .map(term -> entry(lesson, term)));
    }

    private static Entry entry(Course.Entry lesson, Term term) {
        return new Entry(
                term.term(),
                term.everyday(),
                term.definition(),
                lesson.id(),
                lesson.title(),
                term.id());
    }
}
