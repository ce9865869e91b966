package dev.interleave.web.cell;

import dev.interleave.sandbox.Edited;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Exercise;
import dev.interleave.web.course.Lesson.LessonCell;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.progress.CellKey;
import dev.interleave.web.request.JsonBodies;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what a request is about: whose workbook, which cell, and the command in its body.
 *
 * <p>Threading: any thread may call anything.
 */
final class Requests {

    /** Characters of a cell; the sandbox runs cells of half this length. */
    static final int MAX_TEXT = 65_536;

    private final JsonBodies bodies = new JsonBodies();
    private final Learners learners;
    private final CourseLibrary library;
    private final Workbooks workbooks;

    Requests(Learners learners, CourseLibrary library, Workbooks workbooks) {
        this.learners = learners;
        this.library = library;
        this.workbooks = workbooks;
    }

    /** A new text of a cell, made from the revision {@code base}. */
    record Text(String text, long base) {}

    /** A text that is to be run under so many schedules, the first with this seed. */
    record Many(String text, int schedules, long seed) {}

    /** A cell that a learner adds below another one. */
    record NewCell(String after, String text) {}

    /** The cell below which another one is moved. */
    record After(String after) {}

    /** A line of input. */
    record Input(String text) {}

    /** A place in a cell's text, in UTF-16 units. */
    record Place(String cell, String text, int offset) {}

    /** A cell's text. */
    record Source(String cell, String text) {}

    /** A place in one of an exercise's files, all of which come as they are in the page. */
    record Files(String file, Map<String, String> files, int offset) {

        Edited edited() {
            var others = new HashMap<>(files);
            var text = others.remove(file);
            return new Edited.FileText(file, text, others);
        }
    }

    Workbook workbook(Context ctx) {
        return workbooks.of(learners.learner(ctx), ctx.pathParam("id"));
    }

    LessonCell cell(Context ctx) {
        return cell(ctx, ctx.pathParam("cell"));
    }

    /** Which learner's which cell. */
    CellKey key(Context ctx) {
        return new CellKey(learners.learner(ctx), ctx.pathParam("id"), cell(ctx).id());
    }

    /** The cell of this id in the lesson that the request is about. */
    LessonCell cell(Context ctx, String id) {
        var lesson = workbook(ctx).lesson();
        return lesson.cell(id)
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "There is no cell \"%s\" in this lesson; its cells are %s."
                                                .formatted(
                                                        id,
                                                        lesson.cells().stream()
                                                                .map(LessonCell::id)
                                                                .toList())));
    }

    Text text(Context ctx) {
        var body = bodies.read(ctx, Text.class);
        checkLength(body.text());
        return body;
    }

    Many many(Context ctx) {
        var body = bodies.read(ctx, Many.class);
        checkLength(body.text());
        return body;
    }

    NewCell newCell(Context ctx) {
        var body = bodies.read(ctx, NewCell.class);
        checkLength(body.text());
        cell(ctx, body.after());
        return body;
    }

    String after(Context ctx) {
        var after = bodies.read(ctx, After.class).after();
        return cell(ctx, after).id();
    }

    Input input(Context ctx) {
        var body = bodies.read(ctx, Input.class);
        checkLength(body.text());
        return body;
    }

    Place place(Context ctx) {
        var body = bodies.read(ctx, Place.class);
        checkLength(body.text());
        checkOffset(body.offset(), body.text());
        return body;
    }

    Source source(Context ctx) {
        var body = bodies.read(ctx, Source.class);
        checkLength(body.text());
        return body;
    }

    Files files(Context ctx) {
        var body = bodies.read(ctx, Files.class);
        var names = fileNames(ctx);
        if (body.files() == null
                || !body.files().keySet().equals(names)
                || !names.contains(body.file())) {
            throw new BadRequestResponse("The files of this exercise are %s.".formatted(names));
        }
        body.files().values().forEach(Requests::checkLength);
        checkOffset(body.offset(), body.files().get(body.file()));
        return body;
    }

    private Set<String> fileNames(Context ctx) {
        var id = ctx.pathParam("exercise");
        return workbook(ctx)
                .lesson()
                .exercise(id)
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "There is no exercise \"%s\" in this lesson."
                                                .formatted(id)))
                .files()
                .stream()
                .map(Exercise.FileText::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void checkOffset(int offset, String text) {
        if (offset < 0 || offset > text.length()) {
            throw new BadRequestResponse("The offset lies outside of the text.");
        }
    }

    private static void checkLength(String text) {
        if (text == null) {
            throw new BadRequestResponse("The text is missing.");
        }
        if (text.length() > MAX_TEXT) {
            throw new ContentTooLargeResponse(
                    "A cell may have %d characters at most.".formatted(MAX_TEXT));
        }
    }
}
