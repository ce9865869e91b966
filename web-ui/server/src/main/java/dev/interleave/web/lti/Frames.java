package dev.interleave.web.lti;

import io.javalin.http.Context;

/** Lets a page stand in a frame of a platform's pages, which no other page of ours does. */
final class Frames {

    private static final String POLICY = "Content-Security-Policy";

    private Frames() {}

    static void allow(Context ctx, Platform platform) {
        change(ctx, "frame-ancestors 'none'", "frame-ancestors", platform);
    }

    /** Lets the page's forms go to the platform, too. */
    static void allowForms(Context ctx, Platform platform) {
        change(ctx, "form-action 'self'", "form-action 'self'", platform);
    }

    private static void change(Context ctx, String from, String to, Platform platform) {
        var policy = ctx.res().getHeader(POLICY);
        var origins = String.join(" ", platform.origins());
        ctx.header(POLICY, policy.replace(from, to + " " + origins));
    }
}
