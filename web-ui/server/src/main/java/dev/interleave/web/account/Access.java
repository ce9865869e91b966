package dev.interleave.web.account;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.router.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets a request through if {@link RouteRules} allows it to who sent it, and checks the token of
 * forms.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Access {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final SignIns signIns;
    private final SessionCookie cookie;
    private final Memberships memberships;

    Access(SignIns signIns, SessionCookie cookie, Memberships memberships) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.memberships = memberships;
    }

    /** Whether a request carries a form. */
    public static boolean isForm(Context ctx) {
        var type = Objects.requireNonNullElse(ctx.header("Content-Type"), "");
        return type.split(";", 2)[0].strip().equalsIgnoreCase(FORM);
    }

    /** For each request that has a route. */
    void check(Context ctx) {
        var route = ctx.endpoints().matchedHttpEndpoint();
        if (route == null) {
            checkAsset(ctx);
            return;
        }
        var who = whoever(ctx);
        who.ifPresent(found -> found.keepIn(ctx));
        var rule = rule(route);
        if (rule == Rule.ANYONE) {
            return;
        }
        if (who.isEmpty()) {
            askToSignIn(ctx);
            return;
        }
        var account = who.get().account();
        if (!isOwn(ctx, rule, account)
                && !rule.allows(account.role(), inClass(ctx, rule, account))) {
            throw new ForbiddenResponse("Your account may not do this.");
        }
        if (isForm(ctx)) {
            checkToken(ctx, who.get());
        }
    }

    private static Rule rule(Endpoint route) {
        return RouteRules.of(route.method.name() + " " + route.path)
                .orElseThrow(() -> new ForbiddenResponse("Nobody may do this."));
    }

    /** Scripts and styles are for everybody; other files there are none. */
    private static void checkAsset(Context ctx) {
        if (!ctx.path().startsWith("/assets/")) {
            throw new ForbiddenResponse("Nobody may do this.");
        }
    }

    private Optional<SignedIn> whoever(Context ctx) {
        var secret = cookie.secret(ctx);
        if (secret == null || secret.isEmpty()) {
            return Optional.empty();
        }
        return signIns.find(secret).map(account -> new SignedIn(account, secret));
    }

    private static boolean isOwn(Context ctx, Rule rule, Account account) {
        return rule == Rule.LEARNER_AND_STAFF && account.id().equals(ctx.pathParam("learner"));
    }

    private Optional<Role> inClass(Context ctx, Rule rule, Account account) {
        if (rule == Rule.LEARNER_AND_STAFF) {
            return memberships.roleOver(account.id(), ctx.pathParam("learner"));
        }
        return rule.ofClass()
                ? memberships.roleIn(account.id(), ctx.pathParam("class"))
                : Optional.empty();
    }

    private static void askToSignIn(Context ctx) {
        if (ctx.path().startsWith("/api/") || ctx.method() != HandlerType.GET) {
            throw new UnauthorizedResponse(
                    "You are not signed in any more. Sign in, in another tab, and try again.");
        }
        var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        var next = URLEncoder.encode(ctx.path() + query, StandardCharsets.UTF_8);
        ctx.redirect("/sign-in?next=" + next, HttpStatus.SEE_OTHER);
        ctx.skipRemainingHandlers();
    }

    private static void checkToken(Context ctx, SignedIn who) {
        var sent = Objects.requireNonNullElse(ctx.formParam("token"), "");
        if (!MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8),
                who.formToken().getBytes(StandardCharsets.UTF_8))) {
            throw new ForbiddenResponse(
                    "This form is from another sign-in. Go back, reload the page, and try again.");
        }
    }
}
