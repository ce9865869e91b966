package dev.interleave.web;

import dev.interleave.web.account.SignedIn;
import dev.interleave.web.cell.SandboxAccess;
import dev.interleave.web.page.Assets;
import dev.interleave.web.page.Site;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers what every page needs.
 *
 * <p>Threading: any thread may call anything.
 */
final class Sites {

    private final CompletableFuture<SandboxAccess> sandbox;
    private final Assets assets = Assets.ofClassPath();
    private final ServerSettings settings;

    Sites(Services services, ServerSettings settings) {
        this.sandbox = services.sandbox();
        this.settings = settings;
    }

    Site site(Context ctx) {
        var nonce = SecurityHeaders.nonce(ctx);
        var visitor = SignedIn.visitor(ctx);
        var dev = settings.dev();
        var address = settings.address(ctx);
        return switch (sandbox.getNow(null)) {
            case null -> new Site(assets, nonce, true, null, dev, address, visitor);
            case SandboxAccess.Granted(var granted) ->
                    new Site(
                            assets,
                            nonce,
                            granted.isolation().jailed(),
                            null,
                            dev,
                            address,
                            visitor);
            case SandboxAccess.Refused(var reason) ->
                    new Site(assets, nonce, true, reason, dev, address, visitor);
        };
    }
}
