package dev.interleave.web;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.NoSuchLesson;
import dev.interleave.web.page.ErrorPage;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request that failed: the API with JSON problem details (RFC 9457), everything else with
 * a page. What went wrong inside the server is logged and never shown.
 *
 * <p>Threading: immutable.
 */
final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final Pages pages;

    ErrorAnswers(Pages pages) {
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.exception(NoSuchLesson.class, this::noSuchLesson);
        routes.exception(HttpResponseException.class, this::refused);
        routes.exception(Exception.class, this::failed);
    }

    private void noSuchLesson(NoSuchLesson e, Context ctx) {
        answer(ctx, HttpStatus.NOT_FOUND.getCode(), e.getMessage(), e.known());
    }

    private void refused(HttpResponseException e, Context ctx) {
        var allowed = e.getDetails().get("availableMethods");
        if (allowed == null) {
            allowed = e.getDetails().get("Available methods");
        }
        if (allowed != null) {
            ctx.header("Allow", allowed);
        }
        answer(ctx, e.getStatus(), e.getMessage(), List.of());
    }

    private void failed(Exception e, Context ctx) {
        LOG.error("Could not answer {} {}", ctx.method(), ctx.path(), e);
        answer(
                ctx,
                HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
                "Something went wrong in the server; its log says what.",
                List.of());
    }

    private void answer(Context ctx, int status, String detail, List<Course.Entry> lessons) {
        var title = HttpStatus.forStatus(status).getMessage();
        ctx.status(status);
        ctx.header("Cache-Control", "no-store");
        if (ctx.path().startsWith("/api/")) {
            ctx.json(problem(status, title, detail, lessons))
                    .contentType("application/problem+json");
        } else {
            pages.show(ctx, site -> new ErrorPage(site, status, title, detail, lessons));
        }
    }

    private static Map<String, Object> problem(
            int status, String title, String detail, List<Course.Entry> lessons) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("status", status);
        problem.put("title", title);
        problem.put("detail", detail);
        if (!lessons.isEmpty()) {
            problem.put("lessons", lessons.stream().map(Course.Entry::id).toList());
        }
        return problem;
    }
}
