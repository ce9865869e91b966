package dev.interleave.web.lti;

import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.interleave.web.account.OneTime;
import dev.interleave.web.account.ReturnCookie;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first step of a launch: a platform says that somebody wants to come, and the browser is sent
 * to it to be signed in. In a frame of the platform's page no cookie of ours would be kept, so
 * there is only a link, which begins again in a tab of its own.
 *
 * <p>Threading: any thread may call anything.
 */
final class LoginRoutes {

    static final String LOGIN = "/lti/login";
    static final String LAUNCH = "/lti/launch";
    static final String CHOOSE = "/lti/choose";

    private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object");

    private final Platforms platforms;
    private final OneTime<Away> away;
    private final ReturnCookie cookie;
    private final Function<Context, String> here;
    private final Pages pages;
    private final Tokens tokens = new Tokens();

    LoginRoutes(
            Platforms platforms,
            OneTime<Away> away,
            ReturnCookie cookie,
            Function<Context, String> here,
            Pages pages) {
        this.platforms = platforms;
        this.away = away;
        this.cookie = cookie;
        this.here = here;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get(LOGIN, this::login);
        routes.post(LOGIN, this::login);
    }

    private void login(Context ctx) {
        var platform =
                platforms
                        .find(required(ctx, "iss"), param(ctx, "client_id"))
                        .orElseThrow(
                                () ->
                                        new NotFoundResponse(
                                                "This learning platform is not registered here."));
        var hint = required(ctx, "login_hint");
        var target = required(ctx, "target_link_uri");
        if (!target.equals(here.apply(ctx)) && !target.startsWith(here.apply(ctx) + "/")) {
            throw new BadRequestResponse("The link leads to another server.");
        }
        var choosing = target.equals(here.apply(ctx) + CHOOSE);
        if (!choosing && FRAMES.contains(String.valueOf(ctx.header("Sec-Fetch-Dest")))) {
            Frames.allow(ctx, platform);
            pages.show(ctx, site -> new OpenPage(site, again(ctx)));
            return;
        }
        ctx.redirect(leave(ctx, platform, hint).toString(), HttpStatus.SEE_OTHER);
    }

    private URI leave(Context ctx, Platform platform, String hint) {
        var state = tokens.secret();
        var gone = new Away(platform, tokens.secret(), Tokens.hash(cookie.give(ctx)));
        away.put(state, gone);
        var request =
                new AuthenticationRequest.Builder(
                                ResponseType.IDTOKEN,
                                new Scope("openid"),
                                new ClientID(platform.client()),
                                URI.create(here.apply(ctx) + LAUNCH))
                        .endpointURI(platform.login())
                        .responseMode(ResponseMode.FORM_POST)
                        .prompt(Prompt.Type.NONE)
                        .loginHint(hint)
                        .state(new State(state))
                        .nonce(new Nonce(gone.nonce()));
        var message = param(ctx, "lti_message_hint");
        if (message != null) {
            request.customParameter("lti_message_hint", message);
        }
        return request.build().toURI();
    }

    /** The same once more, as a link. */
    private static String again(Context ctx) {
        var said =
                Stream.of("iss", "client_id", "login_hint", "target_link_uri", "lti_message_hint")
                        .filter(name -> param(ctx, name) != null)
                        .map(name -> name + "=" + encoded(param(ctx, name)))
                        .collect(Collectors.joining("&"));
        return LOGIN + "?" + said;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String required(Context ctx, String name) {
        var value = param(ctx, name);
        if (value == null || value.isBlank()) {
            throw new BadRequestResponse("The platform did not say \"%s\".".formatted(name));
        }
        return value;
    }

    private static String param(Context ctx, String name) {
        var typed = ctx.queryParam(name);
        return typed != null ? typed : ctx.formParam(name);
    }
}
