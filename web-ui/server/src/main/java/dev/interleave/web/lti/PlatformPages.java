package dev.interleave.web.lti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashSet;

/** Reads a list that a platform gives in pages. */
final class PlatformPages {

    private static final int MOST = 200;

    private final PlatformService service;
    private final JsonMapper json = new JsonMapper();

    PlatformPages(PlatformService service) {
        this.service = service;
    }

    /** Takes one page after the other, so that no more than one is held. */
    interface Reader {

        /** Returns whether the next page is wanted, too. */
        boolean read(JsonNode page) throws PlatformProblem;
    }

    /**
     * Gives a reader page after page, as JSON.
     *
     * @param accept media type of a page
     * @throws PlatformProblem if one cannot be had, is no JSON, the reader throws it, or more than
     *     200 are wanted
     */
    void read(String scope, URI first, String accept, Reader reader) throws PlatformProblem {
        var seen = new HashSet<URI>();
        for (var at = first; at != null; ) {
            if (!seen.add(at) || seen.size() > MOST) {
                throw problem("has no end", null);
            }
            var answer = service.send(scope, at, HttpRequest.newBuilder().header("Accept", accept));
            try {
                if (!reader.read(json.readTree(answer.body()))) {
                    return;
                }
                at = NextPage.after(at, answer.headers()).orElse(null);
            } catch (JsonProcessingException e) {
                throw problem("is not JSON on page " + seen.size(), e);
            } catch (IllegalArgumentException e) {
                throw problem("says no address for what follows page " + seen.size(), e);
            }
        }
    }

    private PlatformProblem problem(String what, Exception cause) {
        return PlatformProblem.unusable(
                "The list that %s gives %s.".formatted(service.platform().name(), what), cause);
    }
}
