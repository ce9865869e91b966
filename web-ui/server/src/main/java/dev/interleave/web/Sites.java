package dev.interleave.web;

import dev.interleave.web.account.SignedIn;
import dev.interleave.web.cell.SandboxAccess;
import dev.interleave.web.language.Language;
import dev.interleave.web.language.Languages;
import dev.interleave.web.language.Texts;
import dev.interleave.web.page.Assets;
import dev.interleave.web.page.Site;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers what every page needs.
 *
 * <p>Threading: any thread may call anything.
 */
final class Sites {

    private final CompletableFuture<SandboxAccess> sandbox;
    private final Assets assets = Assets.ofClassPath();
    private final Map<Language, Texts> all = Texts.all();
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
        var texts = all.get(Languages.of(ctx));
        var jailed = true;
        String refusal = null;
        switch (sandbox.getNow(null)) {
            case null -> {}
            case SandboxAccess.Granted(var granted) -> jailed = granted.isolation().jailed();
            case SandboxAccess.Refused(var reason) -> refusal = reason;
        }
        return new Site(assets, nonce, jailed, refusal, dev, address, visitor, texts);
    }
}
