package dev.interleave.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Set;

/**
 * Turns away requests that no page of ours would make: for another host name (DNS rebinding), from
 * another site (cross-site request forgery), or too large. A command, that is anything but GET and
 * HEAD, must be JSON and carry the header {@code X-Interleave: 1}, neither of which another site's
 * page can send without asking first; and nobody here answers that question.
 *
 * <p>Threading: immutable.
 */
final class Guard {

    /** Bytes of a request's body. */
    static final long MAX_BODY = 256 * 1024;

    private static final int MISDIRECTED = 421;
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final HostNames hosts;

    Guard(HostNames hosts) {
        this.hosts = hosts;
    }

    void check(Context ctx) {
        checkHost(ctx);
        checkSite(ctx);
        if (ctx.method() != HandlerType.GET && ctx.method() != HandlerType.HEAD) {
            checkCommand(ctx);
        }
    }

    private void checkHost(Context ctx) {
        if (!hosts.allow(ctx.header("Host"))) {
            throw new HttpResponseException(
                    MISDIRECTED, "This server does not answer for this host name.");
        }
    }

    private static void checkSite(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site) && !isNavigation(ctx)) {
            throw new ForbiddenResponse("This request comes from another site.");
        }
    }

    /** A link on another site may lead to our pages; that is what links are for. */
    private static boolean isNavigation(Context ctx) {
        return ctx.method() == HandlerType.GET
                && "navigate".equals(ctx.header("Sec-Fetch-Mode"))
                && "document".equals(ctx.header("Sec-Fetch-Dest"));
    }

    private static void checkCommand(Context ctx) {
        var origin = ctx.header("Origin");
        if (origin != null && !origin.equals(ctx.scheme() + "://" + ctx.header("Host"))) {
            throw new ForbiddenResponse("This request comes from another site.");
        }
        if (!"1".equals(ctx.header("X-Interleave"))) {
            throw new ForbiddenResponse("Commands need the header \"X-Interleave: 1\".");
        }
        if (!isJson(ctx.header("Content-Type"))) {
            throw new UnsupportedMediaTypeResponse(
                    "Commands need the header \"Content-Type: application/json\".");
        }
        if (ctx.req().getContentLengthLong() > MAX_BODY) {
            throw new ContentTooLargeResponse(
                    "A request may have %d bytes at most.".formatted(MAX_BODY));
        }
    }

    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
