package dev.interleave.web.page;

import dev.interleave.web.language.Languages;
import io.javalin.http.Context;
import java.util.function.Function;

/**
 * Answers requests with pages.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Pages {

    private static final String HTML = "text/html; charset=utf-8";

    private final Templates templates;
    private final Function<Context, Site> sites;

    /**
     * @param sites gives what a page needs for one request
     */
    public Pages(Templates templates, Function<Context, Site> sites) {
        this.templates = templates;
        this.sites = sites;
    }

    /** Answers with the page that {@code model} makes. */
    public void show(Context ctx, Function<Site, ? extends Page> model) {
        Languages.declare(ctx);
        ctx.contentType(HTML).result(templates.render(model.apply(sites.apply(ctx))));
    }
}
