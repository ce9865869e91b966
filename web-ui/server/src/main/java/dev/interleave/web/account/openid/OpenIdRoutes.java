package dev.interleave.web.account.openid;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.BrowserSignIn;
import dev.interleave.web.account.ClientAddress;
import dev.interleave.web.account.Forms;
import dev.interleave.web.account.Identities;
import dev.interleave.web.account.Identities.Person;
import dev.interleave.web.account.OneTime;
import dev.interleave.web.account.ReturnCookie;
import dev.interleave.web.account.SignInPage;
import dev.interleave.web.account.SignInService;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.account.Throttle;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.outgoing.BadToken;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in at a service, by the authorization code flow with PKCE, and linking an account with
 * it. Of roles the service says nothing that is heard.
 *
 * <p>Threading: any thread may call anything.
 */
public final class OpenIdRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdRoutes.class);
    private static final String START = "/sign-in/openid";
    private static final String BACK = "/sign-in/openid/back";
    private static final int FREE_TRIES = 100;
    private static final String AGAIN =
            "Signing in there did not work, or took too long. Please try again.";

    private static final String NO_ACCOUNT =
            "%s knows you, but you have no account here. Get a link from whoever teaches you, set a"
                    + " password, and link the two at your account.";

    private final OpenIdSettings settings;
    private final OpenIdProvider provider;
    private final SignInService signIn;
    private final Identities identities;
    private final BrowserSignIn browsers;
    private final ReturnCookie cookie;
    private final ClientAddress addresses;
    private final Function<Context, String> here;
    private final Pages pages;
    private final OneTime<Away> away;
    private final Throttle throttle;
    private final Tokens tokens = new Tokens();

    /**
     * @param here as browsers reach this server, such as {@code https://course.example}
     */
    public OpenIdRoutes(
            OpenIdProvider provider,
            SignInService signIn,
            BrowserSignIn browsers,
            ReturnCookie cookie,
            ClientAddress addresses,
            Function<Context, String> here,
            Pages pages,
            Clock clock) {
        this.provider = provider;
        this.settings = provider.settings();
        this.signIn = signIn;
        this.identities = signIn.identities();
        this.browsers = browsers;
        this.cookie = cookie;
        this.addresses = addresses;
        this.here = here;
        this.pages = pages;
        this.away = new OneTime<>(clock, ReturnCookie.VALID);
        this.throttle = new Throttle(clock);
    }

    public void register(RoutesConfig routes) {
        routes.get(START, this::begin);
        routes.get(BACK, this::back);
        routes.post("/account/openid", this::link);
        routes.post("/account/openid/unlink", this::unlink);
    }

    private void begin(Context ctx) {
        var next = Forms.ownPath(ctx.queryParam("next"));
        try {
            ctx.redirect(leave(ctx, next, null).toString(), HttpStatus.SEE_OTHER);
        } catch (IOException e) {
            noAnswer(ctx, next, e);
        }
    }

    /** Browsers let no form lead to another server, so a page with a link comes first. */
    private void link(Context ctx) {
        var account = SignedIn.account(ctx);
        if (!signIn.confirms(account, Forms.field(ctx, "old"))) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            refuse(ctx, "/account", "Your present password is not right. Nothing was linked.");
            return;
        }
        try {
            var onward = leave(ctx, "/account", account.id());
            pages.show(ctx, site -> new OnwardPage(site, settings.name(), onward.toString()));
        } catch (IOException e) {
            noAnswer(ctx, "/account", e);
        }
    }

    private void unlink(Context ctx) {
        var account = SignedIn.account(ctx);
        if (!signIn.confirms(account, Forms.field(ctx, "old"))) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            refuse(ctx, "/account", "Your present password is not right. Nothing was changed.");
            return;
        }
        identities.unlink(account, settings.source());
        Forms.goTo(ctx, "/account");
    }

    private URI leave(Context ctx, String next, String links) throws IOException {
        var state = tokens.secret();
        var back = URI.create(here.apply(ctx) + BACK);
        var gone =
                new Away(
                        Tokens.hash(cookie.give(ctx)),
                        tokens.secret(),
                        tokens.secret(),
                        back,
                        next,
                        links);
        var onward = provider.begin(gone, state);
        away.put(state, gone);
        return onward;
    }

    private void back(Context ctx) {
        var address = "address " + addresses.of(ctx);
        if (throttle.waitFor(address) > 0) {
            ctx.status(HttpStatus.TOO_MANY_REQUESTS);
            refuse(ctx, "/", "Too many tries failed. Wait some minutes, and try again.");
            return;
        }
        throttle.failed(address, FREE_TRIES);
        // Taken in any case, so that one who comes back twice is refused.
        var gone = away.take(Objects.requireNonNullElse(ctx.queryParam("state"), ""));
        if (gone.isEmpty() || !sameBrowser(ctx, gone.get())) {
            unbelieved(ctx, gone, "The state is unknown, used, or another browser's");
            return;
        }
        try {
            var person = person(ctx, gone.get());
            throttle.succeeded(address);
            arrived(ctx, gone.get(), person);
        } catch (BadToken e) {
            unbelieved(ctx, gone, e.getMessage());
        } catch (IOException e) {
            noAnswer(ctx, gone.get().next(), e);
        }
    }

    private boolean sameBrowser(Context ctx, Away gone) {
        return Tokens.hash(cookie.of(ctx)).equals(gone.browser());
    }

    private Person person(Context ctx, Away gone) throws BadToken, IOException {
        var issuer = ctx.queryParam("iss");
        if (issuer != null && !issuer.equals(settings.issuer().toString())) {
            throw new BadToken("Another service answered", null);
        }
        var code = ctx.queryParam("code");
        if (code == null || code.isBlank()) {
            throw new BadToken("The service gave no code", null);
        }
        return provider.end(gone, code);
    }

    private void arrived(Context ctx, Away gone, Person person) {
        if (gone.links() != null) {
            arrivedToLink(ctx, gone, person);
            return;
        }
        var account =
                settings.newPeople()
                        ? Optional.of(identities.findOrCreate(person))
                        : identities.find(person);
        if (account.filter(found -> !found.blocked()).isEmpty()) {
            ctx.status(HttpStatus.FORBIDDEN);
            refuse(
                    ctx,
                    gone.next(),
                    account.isPresent()
                            ? "Your account is blocked. Ask whoever teaches you."
                            : NO_ACCOUNT.formatted(settings.name()));
            return;
        }
        browsers.enter(ctx, account.get());
        Forms.goTo(ctx, gone.next());
    }

    private void arrivedToLink(Context ctx, Away gone, Person person) {
        var account = SignedIn.in(ctx).map(SignedIn::account).map(Account::id).orElse("");
        if (!account.equals(gone.links())) {
            unbelieved(ctx, Optional.of(gone), "Who began to link is not signed in any more");
        } else if (!identities.link(SignedIn.account(ctx), person)) {
            ctx.status(HttpStatus.CONFLICT);
            refuse(ctx, "/account", "That sign-in belongs to another account here.");
        } else {
            Forms.goTo(ctx, gone.next());
        }
    }

    private void unbelieved(Context ctx, Optional<Away> gone, String why) {
        LOG.info("A sign-in at {} was refused: {}", settings.issuer(), why);
        ctx.status(HttpStatus.UNAUTHORIZED);
        refuse(ctx, gone.map(Away::next).orElse("/"), AGAIN);
    }

    private void noAnswer(Context ctx, String next, IOException e) {
        LOG.warn("{} does not answer as it should", settings.issuer(), e);
        ctx.status(HttpStatus.BAD_GATEWAY);
        refuse(
                ctx,
                next,
                settings.name() + " does not answer as it should. Try again in some minutes.");
    }

    private void refuse(Context ctx, String next, String problem) {
        pages.show(ctx, site -> new SignInPage(site, next, "", problem, settings.name()));
    }
}
