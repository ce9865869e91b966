package dev.interleave.web.account;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;

/**
 * A cookie by which a browser that was sent elsewhere is known again when it comes back: a link
 * with somebody else's sign-in is of no use in another browser.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ReturnCookie {

    /** How long somebody may take elsewhere. */
    public static final Duration VALID = Duration.ofMinutes(10);

    private static final int SHORTEST = 40;

    private final String name;
    private final boolean secure;
    private final Tokens tokens = new Tokens();

    /**
     * @param secure whether browsers reach this server by TLS
     */
    public ReturnCookie(String purpose, boolean secure) {
        this.name = (secure ? "__Host-" : "") + "interleave-" + purpose;
        this.secure = secure;
    }

    /** What the browser has; made if it has none. Several tabs can be away at the same time. */
    public String give(Context ctx) {
        var known = of(ctx);
        var secret = known.isEmpty() ? tokens.secret() : known;
        var seconds = (int) VALID.toSeconds();
        ctx.cookie(new Cookie(name, secret, "/", seconds, secure, true, null, SameSite.LAX));
        return secret;
    }

    /** What the browser has, or nothing. */
    public String of(Context ctx) {
        var found = ctx.cookie(name);
        return found == null || found.length() < SHORTEST ? "" : found;
    }
}
