package dev.interleave.web;

import dev.interleave.web.account.Access;
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
 * page can send without asking first; and nobody here answers that question. On a server with
 * accounts a form will do, if the browser says that it comes from a page of ours; then {@code
 * Access} looks for its token.
 *
 * <p>Threading: immutable.
 */
final class Guard {

    /** Bytes of a request's body. */
    static final long MAX_BODY = 256 * 1024;

    private static final int MISDIRECTED = 421;

    /** What learning platforms send by browsers; it is signed, or only begins a sign-in. */
    private static final Set<String> FROM_PLATFORMS =
            Set.of("GET /lti/login", "POST /lti/login", "POST /lti/launch");

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final HostNames hosts;
    private final ServerSettings settings;
    private final boolean forms;

    /**
     * @param forms whether commands may be forms
     */
    Guard(ServerSettings settings, boolean forms) {
        var outer = settings.url() == null ? null : settings.url().getHost();
        this.hosts = new HostNames(settings.host(), outer, settings.loopback());
        this.settings = settings;
        this.forms = forms;
    }

    void check(Context ctx) {
        checkHost(ctx);
        if (forms && FROM_PLATFORMS.contains(ctx.method().name() + " " + ctx.path())) {
            checkSize(ctx);
            return;
        }
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

    private void checkCommand(Context ctx) {
        var origin = ctx.header("Origin");
        if (origin != null && !isOwn(origin, ctx)) {
            throw new ForbiddenResponse("This request comes from another site.");
        }
        checkSize(ctx);
        if (forms && Access.isForm(ctx)) {
            if (origin == null && !"same-origin".equals(ctx.header("Sec-Fetch-Site"))) {
                throw new ForbiddenResponse("This form does not say which page it is from.");
            }
            return;
        }
        if (!"1".equals(ctx.header("X-Interleave"))) {
            throw new ForbiddenResponse("Commands need the header \"X-Interleave: 1\".");
        }
        if (!isJson(ctx.header("Content-Type"))) {
            throw new UnsupportedMediaTypeResponse(
                    "Commands need the header \"Content-Type: application/json\".");
        }
    }

    private static void checkSize(Context ctx) {
        if (ctx.req().getContentLengthLong() > MAX_BODY) {
            throw new ContentTooLargeResponse(
                    "A request may have %d KiB at most. Send a long list in parts."
                            .formatted(MAX_BODY / 1024));
        }
    }

    /** A proxy before this server may speak TLS where we do not. */
    private boolean isOwn(String origin, Context ctx) {
        return origin.equals(ctx.scheme() + "://" + ctx.header("Host"))
                || settings.url() != null && origin.equals(settings.url().toString());
    }

    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
