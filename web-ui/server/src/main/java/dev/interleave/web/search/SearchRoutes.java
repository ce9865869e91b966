package dev.interleave.web.search;

import dev.interleave.web.language.Languages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Searching in all lessons, and in what a learner noted.
 *
 * <p>Threading: any thread may call anything.
 */
public final class SearchRoutes {

    private static final int LONGEST = 200;

    private final Search search;
    private final BiFunction<Context, List<String>, List<Search.Found>> own;

    /**
     * @param own finds words in what belongs to whoever asks
     */
    public SearchRoutes(Search search, BiFunction<Context, List<String>, List<Search.Found>> own) {
        this.search = search;
        this.own = own;
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
        var words = Search.words(query);
        var found =
                new ArrayList<Search.Found>(words.isEmpty() ? List.of() : own.apply(ctx, words));
        found.addAll(search.find(query, Languages.of(ctx)));
        ctx.json(new Results(found));
    }

    private record Results(List<Search.Found> results) {}
}
