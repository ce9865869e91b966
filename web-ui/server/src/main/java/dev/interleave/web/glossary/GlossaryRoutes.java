package dev.interleave.web.glossary;

import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.course.LocalCourse;
import dev.interleave.web.course.Term;
import dev.interleave.web.language.Languages;
import dev.interleave.web.page.GlossaryPage;
import dev.interleave.web.page.GlossaryPage.Entry;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.text.Collator;
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
        routes.get("/glossary", this::page);
        routes.get("/api/glossary", this::terms);
    }

    private void page(Context ctx) {
        var local = local(ctx);
        pages.show(ctx, site -> new GlossaryPage(site, sorted(local)));
    }

    private LocalCourse local(Context ctx) {
        return library.in(Languages.of(ctx).tag());
    }

    private record Terms(List<Entry> terms) {}

    /** In the order of the course, so that a page knows what was defined before it. */
    private void terms(Context ctx) {
        Languages.declare(ctx);
        ctx.json(new Terms(entries(local(ctx)).toList()));
    }

    private static List<Entry> sorted(LocalCourse local) {
        var byTerm = Comparator.comparing(Entry::term, Collator.getInstance(local.locale()));
        return entries(local).sorted(byTerm).toList();
    }

    private static Stream<Entry> entries(LocalCourse local) {
        return local.lessons().stream()
                .flatMap(lesson -> lesson.terms().stream().map(term -> entry(lesson, term)));
    }

    private static Entry entry(Lesson lesson, Term term) {
        return new Entry(
                term.term(),
                term.everyday(),
                term.definition(),
                lesson.id(),
                lesson.title(),
                term.id(),
                lesson.language());
    }
}
