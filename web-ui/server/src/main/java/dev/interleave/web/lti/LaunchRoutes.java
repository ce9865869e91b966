package dev.interleave.web.lti;

import com.nimbusds.jwt.JWTParser;
import dev.interleave.web.account.BrowserSignIn;
import dev.interleave.web.account.ClientAddress;
import dev.interleave.web.account.Forms;
import dev.interleave.web.account.Identities;
import dev.interleave.web.account.OneTime;
import dev.interleave.web.account.ReturnCookie;
import dev.interleave.web.account.Throttle;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.outgoing.BadToken;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second step of a launch: the platform says, signed, who comes. Browsers leave our cookie out
 * when another site's page sends a form, so what was found to be right waits for a moment, and the
 * browser fetches it with the cookie that it got in the first step.
 *
 * <p>Threading: any thread may call anything.
 */
final class LaunchRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchRoutes.class);
    private static final String ENTER = "/lti/enter";
    private static final int FREE_TRIES = 100;
    private static final String AGAIN =
            "What the learning platform said is not right, too old, or was used. Open the link"
                    + " there once more, and let this site keep cookies.";
    private static final String NOT_YET =
            "Whoever teaches this course has to open Interleave from it first.";
    private static final String ARCHIVED =
            "The class of this course is archived, so nobody joins it any more. Ask whoever"
                    + " teaches it.";

    private final OneTime<Away> away;
    private final OneTime<Found> found;
    private final Connections connections;
    private final Identities identities;
    private final BrowserSignIn browsers;
    private final LtiClasses classes;
    private final LinkChoice choice;
    private final ReturnCookie cookie;
    private final ClientAddress addresses;
    private final Function<Context, String> here;
    private final Throttle throttle;
    private final Tokens tokens = new Tokens();

    LaunchRoutes(
            OneTime<Away> away,
            Connections connections,
            Identities identities,
            BrowserSignIn browsers,
            LtiClasses classes,
            LinkChoice choice,
            ReturnCookie cookie,
            ClientAddress addresses,
            Function<Context, String> here,
            Clock clock) {
        this.away = away;
        this.found = new OneTime<>(clock, Duration.ofMinutes(1));
        this.connections = connections;
        this.identities = identities;
        this.browsers = browsers;
        this.classes = classes;
        this.choice = choice;
        this.cookie = cookie;
        this.addresses = addresses;
        this.here = here;
        this.throttle = new Throttle(clock);
    }

    /**
     * A launch that is right.
     *
     * @param browser by which the browser that began it is known
     */
    private record Found(Launch launch, String browser) {}

    void register(RoutesConfig routes) {
        routes.post(LoginRoutes.LAUNCH, this::launch);
        routes.get(ENTER, this::enter);
    }

    private void launch(Context ctx) {
        var address = "address " + addresses.of(ctx);
        if (throttle.waitFor(address) > 0) {
            throw new HttpResponseException(
                    HttpStatus.TOO_MANY_REQUESTS.getCode(),
                    "Too many tries failed. Wait some minutes, and try again.");
        }
        throttle.failed(address, FREE_TRIES);
        // Taken in any case, so that a message that comes twice is refused.
        var gone =
                away.take(Forms.optional(ctx, "state"))
                        .orElseThrow(() -> refuse("The state is unknown or used"));
        var launch = check(ctx, gone);
        throttle.succeeded(address);
        if (launch.choosing() != null) {
            choice.show(ctx, launch);
            return;
        }
        var key = tokens.secret();
        found.put(key, new Found(launch, gone.browser()));
        ctx.redirect(ENTER + "?key=" + key, HttpStatus.SEE_OTHER);
    }

    private Launch check(Context ctx, Away gone) {
        try {
            var token = JWTParser.parse(Forms.optional(ctx, "id_token"));
            var claims = connections.to(gone.platform()).tokens().check(token, gone.nonce());
            return Launch.of(gone.platform(), claims, here.apply(ctx));
        } catch (BadToken | ParseException e) {
            throw refuse(gone.platform().name() + ": " + e.getMessage());
        }
    }

    private void enter(Context ctx) {
        var key = Objects.requireNonNullElse(ctx.queryParam("key"), "");
        Optional<Found> waiting =
                found.take(key).filter(each -> each.browser().equals(Tokens.hash(cookie.of(ctx))));
        var launch =
                waiting.map(Found::launch)
                        .orElseThrow(() -> refuse("Another browser came back, or too late"));
        var account = identities.findOrCreate(launch.person());
        if (account.blocked()) {
            throw new ForbiddenResponse("Your account is blocked. Ask whoever teaches you.");
        }
        var arrived =
                classes.enter(launch, account).orElseThrow(() -> new ConflictResponse(NOT_YET));
        if (!arrived.member()) {
            throw new ConflictResponse(ARCHIVED);
        }
        if (!arrived.archived()) {
            choice.assign(launch, account, arrived.classId());
        }
        browsers.enter(ctx, account);
        Forms.goTo(ctx, choice.target(launch, arrived.classId()));
    }

    private static UnauthorizedResponse refuse(String why) {
        LOG.info("A launch was refused: {}", why);
        return new UnauthorizedResponse(AGAIN);
    }
}
