package dev.interleave.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tells the browser, with every answer, what our pages may do: load from this server only, run no
 * script that stands in a page, be framed by nobody.
 *
 * <p>Threading: any thread may call anything.
 */
final class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; connect-src"
                + " 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; base-uri"
                + " 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
    private static final String NONCE = "csp-nonce";
    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    void add(Context ctx) {
        var nonce = nonce();
        ctx.attribute(NONCE, nonce);
        ctx.header("Content-Security-Policy", POLICY.formatted(nonce));
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
    }

    /** The nonce of this answer's policy. */
    static String nonce(Context ctx) {
        return ctx.attribute(NONCE);
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
