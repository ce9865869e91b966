package dev.interleave.web.compare;

import dev.interleave.web.course.Comparison;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.progress.ComparisonKey;
import dev.interleave.web.progress.ComparisonRun;
import dev.interleave.web.progress.ComparisonRun.Order;
import dev.interleave.web.request.JsonBodies;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;

/**
 * Reads what a request is about: whose comparison, and the command in its body.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ComparisonRequests {

    /** Characters of a version. */
    static final int MAX_TEXT = 65_536;

    static final int MAX_N = 1_000_000;

    /** Requests in each delay of a simulated service. */
    static final int MAX_LOAD = 4096;

    static final int MAX_NAME = 80;

    private final JsonBodies bodies = new JsonBodies();
    private final Learners learners;
    private final CourseLibrary library;

    public ComparisonRequests(Learners learners, CourseLibrary library) {
        this.learners = learners;
        this.library = library;
    }

    /** A new text of a version, made from the revision {@code base}; null is the author's text. */
    record DraftBody(String version, String text, long base) {}

    /**
     * What is to be measured.
     *
     * @param same whether to compare the first version with itself
     */
    record RunBody(List<String> versions, int n, boolean same, int prediction) {}

    /** Which version to look into, from 1. */
    record LookBody(int version) {}

    /**
     * What a measurement is to be called.
     *
     * @param name null or blank takes its name away
     */
    record NameBody(String name) {}

    ComparisonKey key(Context ctx) {
        return new ComparisonKey(learners.learner(ctx), ctx.pathParam("id"), comparison(ctx).id());
    }

    Comparison comparison(Context ctx) {
        var lesson = library.lesson(ctx.pathParam("id"));
        var id = ctx.pathParam("comparison");
        return lesson.comparison(id)
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "There is no comparison \"%s\" in this lesson; its comparisons are %s."
                                                .formatted(
                                                        id,
                                                        lesson.comparisons().stream()
                                                                .map(Comparison::id)
                                                                .toList())));
    }

    DraftBody draft(Context ctx) {
        var body = bodies.read(ctx, DraftBody.class);
        var versions = comparison(ctx).versions();
        if (body.version() == null
                || !body.version().matches("[1-4]")
                || Integer.parseInt(body.version()) > versions.size()) {
            throw new BadRequestResponse(
                    "The versions of this comparison are 1 to %d.".formatted(versions.size()));
        }
        checkLength(body.text());
        var author = versions.get(Integer.parseInt(body.version()) - 1);
        return body.text().equals(author.source())
                ? new DraftBody(body.version(), null, body.base())
                : body;
    }

    Order order(Context ctx) {
        var body = bodies.read(ctx, RunBody.class);
        var comparison = comparison(ctx);
        if (body.versions() == null || body.versions().size() != comparison.versions().size()) {
            throw new BadRequestResponse(
                    "This comparison has %d versions.".formatted(comparison.versions().size()));
        }
        body.versions().forEach(ComparisonRequests::checkLength);
        if (body.n() < 1 || body.n() > MAX_N) {
            throw new BadRequestResponse("n is a number from 1 to %d.".formatted(MAX_N));
        }
        if (comparison.isLoad() && body.n() > MAX_LOAD) {
            throw new BadRequestResponse("Under load n is %d at most.".formatted(MAX_LOAD));
        }
        if (body.prediction() < 1 || body.prediction() > comparison.choices()) {
            throw new BadRequestResponse(
                    "The prediction is a number from 1 to %d.".formatted(comparison.choices()));
        }
        return new Order(body.prediction(), body.n(), body.same(), List.copyOf(body.versions()));
    }

    /** The version that a look into a measurement is about, from 1. */
    int version(Context ctx, ComparisonRun run) {
        var version = bodies.read(ctx, LookBody.class).version();
        // The author may have added versions, or taken some away, since it was measured.
        var versions = Math.min(comparison(ctx).versions().size(), run.versions().size());
        if (version < 1 || version > versions) {
            throw new BadRequestResponse(
                    "The versions of this measurement are 1 to %d.".formatted(versions));
        }
        return version;
    }

    /** Null for no name. */
    String name(Context ctx) {
        var name = bodies.read(ctx, NameBody.class).name();
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.strip().length() > MAX_NAME) {
            throw new BadRequestResponse(
                    "A name may have %d characters at most.".formatted(MAX_NAME));
        }
        return name.strip();
    }

    private static void checkLength(String text) {
        if (text == null) {
            throw new BadRequestResponse("A text is missing.");
        }
        if (text.length() > MAX_TEXT) {
            throw new ContentTooLargeResponse(
                    "A version may have %d characters at most.".formatted(MAX_TEXT));
        }
    }
}
