package dev.interleave.web.lti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads a list that a platform gives in pages. */
final class PlatformPages {

    private static final int MOST = 200;

    private final PlatformService service;
    private final JsonMapper json = new JsonMapper();

    PlatformPages(PlatformService service) {
        this.service = service;
    }

    /**
     * All of its pages, as JSON.
     *
     * @param accept media type of a page
     * @throws PlatformProblem if one cannot be had, is no JSON, or there are more than 200
     */
    List<JsonNode> read(String scope, URI first, String accept) throws PlatformProblem {
        var pages = new ArrayList<JsonNode>();
        var seen = new HashSet<URI>();
        for (var at = first; at != null; ) {
            if (!seen.add(at) || pages.size() == MOST) {
                throw problem("has no end", null);
            }
            var answer = service.send(scope, at, HttpRequest.newBuilder().header("Accept", accept));
            try {
                pages.add(json.readTree(answer.body()));
                at = NextPage.after(at, answer.headers()).orElse(null);
            } catch (JsonProcessingException e) {
                throw problem("is not JSON on page " + (pages.size() + 1), e);
            } catch (IllegalArgumentException e) {
                throw problem("says no address for what follows page " + pages.size(), e);
            }
        }
        return pages;
    }

    private PlatformProblem problem(String what, Exception cause) {
        return new PlatformProblem(
                "The list that %s gives %s.".formatted(service.platform().name(), what), 0, cause);
    }
}
