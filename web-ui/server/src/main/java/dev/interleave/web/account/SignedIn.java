package dev.interleave.web.account;

import dev.interleave.web.page.Visitor;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;

/**
 * Whose request it is, as {@link Access} found out.
 *
 * @param secret of the browser's cookie
 */
public record SignedIn(Account account, String secret) {

    private static final String KEY = "signed-in";

    /** What forms have to bring along; another site cannot know it. */
    String formToken() {
        return Tokens.hash("form " + secret);
    }

    /** Who sent this request; empty where nobody needs to be signed in. */
    public static Optional<SignedIn> in(Context ctx) {
        return Optional.ofNullable(ctx.attribute(KEY));
    }

    /**
     * Who sent this request.
     *
     * @throws UnauthorizedResponse if nobody is signed in
     */
    public static Account account(Context ctx) {
        return in(ctx).map(SignedIn::account)
                .orElseThrow(() -> new UnauthorizedResponse("Sign in first."));
    }

    /** The same for a page's header, or null. */
    public static Visitor visitor(Context ctx) {
        return in(ctx).map(
                        who ->
                                new Visitor(
                                        who.account().name(),
                                        who.account().role().code(),
                                        who.account().role().teaches(),
                                        who.formToken()))
                .orElse(null);
    }

    void keepIn(Context ctx) {
        ctx.attribute(KEY, this);
    }
}
