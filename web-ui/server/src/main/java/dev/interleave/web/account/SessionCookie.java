package dev.interleave.web.account;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * The cookie of a browser that is signed in. No script can read it and other sites cannot send it
 * with commands; behind TLS no other host of the same domain can set it.
 *
 * @param secure whether browsers reach this server by TLS
 */
public record SessionCookie(boolean secure) {

    String secret(Context ctx) {
        return ctx.cookie(name());
    }

    void give(Context ctx, String secret) {
        set(ctx, secret, (int) SignIns.LONGEST.toSeconds());
    }

    void take(Context ctx) {
        set(ctx, "", 0);
    }

    private void set(Context ctx, String value, int seconds) {
        ctx.cookie(new Cookie(name(), value, "/", seconds, secure, true, null, SameSite.LAX));
    }

    private String name() {
        return secure ? "__Host-interleave" : "interleave";
    }
}
