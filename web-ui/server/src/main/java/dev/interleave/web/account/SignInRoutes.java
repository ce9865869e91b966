package dev.interleave.web.account;

import dev.interleave.web.account.SignInRules.Answer;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Objects;
import java.util.Optional;

/**
 * Signing in and out, and setting a password by a link.
 *
 * <p>Threading: any thread may call anything.
 */
final class SignInRoutes {

    private static final String USED =
            "This link was used, or is too old. Ask who gave it to you for a new one.";

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInRules rules;
    private final SignIns signIns;
    private final PasswordLinks links;
    private final SessionCookie cookie;
    private final BrowserSignIn browsers;
    private final ClientAddress addresses;
    private final String other;
    private final Pages pages;

    /**
     * @param other name of the service by which people can sign in too, or null
     */
    SignInRoutes(
            Accounts accounts,
            Passwords passwords,
            SignInRules rules,
            SignIns signIns,
            PasswordLinks links,
            SessionCookie cookie,
            BrowserSignIn browsers,
            ClientAddress addresses,
            String other,
            Pages pages) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.signIns = signIns;
        this.links = links;
        this.cookie = cookie;
        this.browsers = browsers;
        this.addresses = addresses;
        this.other = other;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/sign-in", this::form);
        routes.post("/sign-in", this::signIn);
        routes.post("/sign-out", this::signOut);
        routes.get("/welcome/{secret}", this::welcome);
        routes.post("/welcome/{secret}", this::setPassword);
    }

    private void form(Context ctx) {
        var next = Forms.ownPath(ctx.queryParam("next"));
        if (SignedIn.in(ctx).isPresent()) {
            Forms.goTo(ctx, next);
            return;
        }
        pages.show(ctx, site -> new SignInPage(site, next, "", null, other));
    }

    private void signIn(Context ctx) {
        var login = Forms.field(ctx, "login");
        var next = Forms.ownPath(ctx.formParam("next"));
        switch (rules.check(login, Forms.field(ctx, "password"), addresses.of(ctx))) {
            case Answer.Welcome(var account) -> {
                browsers.enter(ctx, account);
                Forms.goTo(ctx, next);
            }
            case Answer.Wrong() ->
                    refuse(
                            ctx,
                            HttpStatus.UNAUTHORIZED,
                            next,
                            login,
                            "The login or the password is not right.");
            case Answer.Wait(var seconds) ->
                    refuse(
                            ctx,
                            HttpStatus.TOO_MANY_REQUESTS,
                            next,
                            login,
                            "Too many tries failed. Wait %d seconds, and try again."
                                    .formatted(seconds));
        }
    }

    private void refuse(Context ctx, HttpStatus status, String next, String login, String problem) {
        ctx.status(status);
        pages.show(ctx, site -> new SignInPage(site, next, login, problem, other));
    }

    private void signOut(Context ctx) {
        SignedIn.in(ctx).ifPresent(who -> signIns.end(who.secret()));
        cookie.take(ctx);
        Forms.goTo(ctx, "/sign-in");
    }

    private void welcome(Context ctx) {
        show(ctx, account(ctx).orElse(null), "", "", null);
    }

    private void setPassword(Context ctx) {
        var account = account(ctx);
        var login = account.map(Account::login).orElseGet(() -> typed(ctx, "login"));
        var name = account.map(Account::name).orElseGet(() -> typed(ctx, "name"));
        var password = Forms.field(ctx, "password");
        var problem =
                Accounts.problem(Accounts.login(login), name)
                        .or(() -> Passwords.problem(password))
                        .or(() -> differs(ctx, password));
        if (problem.isPresent()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, account.orElse(null), login, name, problem.get());
            return;
        }
        if (!links.use(ctx.pathParam("secret"))) {
            throw new NotFoundResponse(USED);
        }
        var hash = passwords.hash(password);
        if (account.isPresent()) {
            accounts.setPassword(account.get().id(), hash);
            signIns.endAll(account.get().id());
            browsers.enter(ctx, account.get());
        } else {
            browsers.enter(
                    ctx,
                    accounts.createFirstAdmin(Accounts.login(login), name, hash)
                            .orElseThrow(() -> new NotFoundResponse(USED)));
        }
        // Who makes the first account is here to make a class.
        Forms.goTo(ctx, account.isPresent() ? "/" : "/classes");
    }

    /** Whose link it is; empty for the first admin. */
    private Optional<Account> account(Context ctx) {
        var invitation =
                links.find(ctx.pathParam("secret")).orElseThrow(() -> new NotFoundResponse(USED));
        return Optional.ofNullable(invitation.account()).flatMap(accounts::byId);
    }

    private void show(Context ctx, Account account, String login, String name, String problem) {
        var secret = ctx.pathParam("secret");
        pages.show(ctx, site -> new WelcomePage(site, secret, account, login, name, problem));
    }

    private static Optional<String> differs(Context ctx, String password) {
        return password.equals(ctx.formParam("again"))
                ? Optional.empty()
                : Optional.of("The two passwords differ.");
    }

    private static String typed(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }
}
