package dev.interleave.web.lti;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.outgoing.OutgoingRules;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What admins do about learning platforms.
 *
 * <p>Threading: any thread may call anything.
 */
final class PlatformRoutes {

    private static final int LONGEST = 500;

    private final Platforms platforms;
    private final Connections connections;
    private final ToolKey key;
    private final Pages pages;

    PlatformRoutes(Platforms platforms, Connections connections, ToolKey key, Pages pages) {
        this.platforms = platforms;
        this.connections = connections;
        this.key = key;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/platforms", ctx -> show(ctx, Map.of(), null));
        routes.post("/platforms", this::add);
        routes.post("/platforms/{platform}/remove", this::remove);
        routes.get("/lti/keys", ctx -> ctx.contentType("application/json").result(key.published()));
    }

    private void add(Context ctx) {
        var typed = new HashMap<String, String>();
        for (var name :
                List.of("name", "issuer", "client", "deployment", "login", "access", "keys")) {
            typed.put(name, Forms.field(ctx, name).strip());
        }
        typed.put("services", Forms.optional(ctx, "services").strip());
        var problem = problem(typed);
        if (problem.isEmpty() && !platforms.add(SignedIn.account(ctx), platform(typed))) {
            problem = Optional.of("This platform is registered with this client ID already.");
        }
        if (problem.isPresent()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, typed, problem.get());
            return;
        }
        Forms.goTo(ctx, "/platforms");
    }

    private static Optional<String> problem(Map<String, String> typed) {
        for (var name : List.of("name", "issuer", "client", "deployment")) {
            var text = typed.get(name);
            if (text.isEmpty()
                    || text.length() > LONGEST
                    || text.chars().anyMatch(Character::isISOControl)) {
                return Optional.of(
                        "Name, platform ID, client ID and deployment ID have 1 to %d characters."
                                .formatted(LONGEST));
            }
        }
        var addresses = new ArrayList<>(services(typed.get("services")));
        List.of("login", "access", "keys").forEach(name -> addresses.add(typed.get(name)));
        return addresses.stream()
                .filter(each -> each.length() > LONGEST || OutgoingRules.address(each).isEmpty())
                .findFirst()
                .map("\"%s\" is no address that begins with https://."::formatted);
    }

    private static Platform platform(Map<String, String> typed) {
        return new Platform(
                "",
                typed.get("name"),
                typed.get("issuer"),
                typed.get("client"),
                typed.get("deployment"),
                URI.create(typed.get("login")),
                URI.create(typed.get("access")),
                URI.create(typed.get("keys")),
                services(typed.get("services")).stream()
                        .map(each -> OutgoingRules.origin(URI.create(each)))
                        .toList());
    }

    private static List<String> services(String typed) {
        return Arrays.stream(typed.split("[\\s,]+")).filter(each -> !each.isEmpty()).toList();
    }

    private void remove(Context ctx) {
        var platform =
                platforms
                        .byId(ctx.pathParam("platform"))
                        .orElseThrow(() -> new NotFoundResponse("There is no such platform."));
        platforms.remove(SignedIn.account(ctx), platform);
        connections.forget(platform);
        Forms.goTo(ctx, "/platforms");
    }

    private void show(Context ctx, Map<String, String> typed, String problem) {
        var all = platforms.all();
        pages.show(ctx, site -> new PlatformsPage(site, all, typed, problem));
    }
}
