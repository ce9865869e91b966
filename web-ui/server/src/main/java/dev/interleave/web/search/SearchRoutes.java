package dev.interleave.web.search;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;

/**
 * Searching in all lessons.
 *
 * <p>Threading: any thread may call anything.
 */
public final class SearchRoutes {

    private static final int LONGEST = 200;

    private final Search search;

    public SearchRoutes(Search search) {
        this.search = search;
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/search", this::find);
    }

    private void find(Context ctx) {
        var query = Objects.requireNonNullElse(ctx.queryParam("q"), "");
        if (query.length() > LONGEST) {
            throw new BadRequestResponse(
                    "A search may have %d characters at most.".formatted(LONGEST));
        }
        ctx.json(new Results(search.find(query)));
    }

    private record Results(List<Search.Found> results) {}
}
