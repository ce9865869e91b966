package dev.interleave.web.account;

import io.javalin.http.Context;

/**
 * Signs a browser in, however it was found out whose it is.
 *
 * <p>Threading: any thread may call anything.
 */
public final class BrowserSignIn {

    private final SignIns signIns;
    private final SessionCookie cookie;

    BrowserSignIn(SignIns signIns, SessionCookie cookie) {
        this.signIns = signIns;
        this.cookie = cookie;
    }

    /** A new secret each time, so that one that somebody has planted is of no use. */
    public void enter(Context ctx, Account account) {
        SignedIn.in(ctx).ifPresent(who -> signIns.end(who.secret()));
        cookie.give(ctx, signIns.begin(account.id()));
    }
}
