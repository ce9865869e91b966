package dev.interleave.web.note;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.language.Languages;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.page.NotesPage;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Notes;
import dev.interleave.web.progress.Notes.Change;
import dev.interleave.web.progress.Notes.Note;
import dev.interleave.web.request.JsonBodies;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Notes on the paragraphs of lessons: those of a lesson for its page, and all of them as a page.
 *
 * <p>Threading: any thread may call anything.
 */
public final class NoteRoutes {

    private static final String BASE = "/api/lessons/{id}/notes";
    private static final int MOST_IN_LESSON = 500;
    private static final int LONGEST = 10_000;
    private static final int LONGEST_BEGINNING = 120;
    private static final Pattern PARAGRAPH = Pattern.compile("[a-z0-9-]{1,40}");

    private final JsonBodies bodies = new JsonBodies();
    private final Learners learners;
    private final CourseLibrary library;
    private final Notes notes;
    private final Pages pages;

    public NoteRoutes(Learners learners, CourseLibrary library, Notes notes, Pages pages) {
        this.learners = learners;
        this.library = library;
        this.notes = notes;
        this.pages = pages;
    }

    /** A note's text, and the revision that it was made from. */
    record NoteBody(String beginning, String text, long base) {}

    private record All(List<Note> notes) {}

    private record Revision(long revision) {}

    private record Problem(String type, String title, int status, String detail, Note current) {}

    public void register(RoutesConfig routes) {
        routes.get(BASE, this::inLesson);
        routes.put(BASE + "/{paragraph}", this::save);
        routes.get("/notes", this::page);
    }

    private void inLesson(Context ctx) {
        var lesson = library.lesson(ctx.pathParam("id"));
        ctx.json(new All(notes.in(learners.learner(ctx), lesson.id())));
    }

    private void save(Context ctx) {
        var note = note(ctx);
        switch (notes.save(learners.learner(ctx), note, MOST_IN_LESSON)) {
            case Change.Stored(var revision) -> ctx.json(new Revision(revision));
            case Change.Conflict(var current) -> conflict(ctx, current);
            case Change.TooMany() ->
                    throw new BadRequestResponse(
                            "A lesson has room for %d notes.".formatted(MOST_IN_LESSON));
        }
    }

    private Note note(Context ctx) {
        var lesson = library.lesson(ctx.pathParam("id"));
        var paragraph = ctx.pathParam("paragraph");
        var body = bodies.read(ctx, NoteBody.class);
        if (!PARAGRAPH.matcher(paragraph).matches()) {
            throw new BadRequestResponse("That is no name of a paragraph.");
        }
        if (body.text() == null || body.text().length() > LONGEST) {
            throw new BadRequestResponse("A note may have %,d characters.".formatted(LONGEST));
        }
        if (body.beginning() == null || body.beginning().length() > LONGEST_BEGINNING) {
            throw new BadRequestResponse(
                    "The beginning may have %d characters.".formatted(LONGEST_BEGINNING));
        }
        return new Note(lesson.id(), paragraph, body.beginning(), body.text(), body.base(), 0);
    }

    private static void conflict(Context ctx, Note current) {
        var detail = "This note was changed in another tab; nothing was stored.";
        ctx.status(HttpStatus.CONFLICT)
                .json(new Problem("note-conflict", "Conflict", 409, detail, current))
                .contentType("application/problem+json");
    }

    private void page(Context ctx) {
        var byLesson =
                notes.of(learners.learner(ctx)).stream()
                        .collect(Collectors.groupingBy(Note::lesson));
        var lessons =
                library.in(Languages.of(ctx).tag()).course().written().stream()
                        .filter(lesson -> byLesson.containsKey(lesson.id()))
                        .map(lesson -> noted(lesson, byLesson.get(lesson.id())))
                        .toList();
        pages.show(ctx, site -> new NotesPage(site, lessons));
    }

    private static NotesPage.Noted noted(Course.Entry lesson, List<Note> notes) {
        return new NotesPage.Noted(lesson.id(), lesson.title(), notes);
    }
}
