package dev.interleave.web.lti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.lti.LtiClasses.Linked;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a platform's gradebook (line items), one for each exercise. One that is there is
 * found by the exercise's id before one is made.
 *
 * <p>Threading: any thread may call anything.
 */
final class LineItems {

    static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

    private static final String TYPE = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String LIST_TYPE = "application/vnd.ims.lis.v2.lineitemcontainer+json";

    private final ScoreQueue queue;
    private final JsonMapper json = new JsonMapper();

    LineItems(ScoreQueue queue) {
        this.queue = queue;
    }

    /**
     * The column of an exercise.
     *
     * @param title of the exercise
     * @throws PlatformProblem if there is none and none can be made
     */
    URI of(PlatformService service, Linked linked, Score score, String title)
            throws PlatformProblem {
        var known = queue.lineItem(score.classId(), score.exercise());
        if (known.isPresent()) {
            return URI.create(known.get());
        }
        if (linked.lineItems() == null) {
            throw problem(service, "has not said where it has points for this exercise");
        }
        var found = find(service, linked.lineItems(), score.exercise());
        var item = found.isPresent() ? found.get() : make(service, linked, score, title);
        queue.keepLineItem(score.classId(), score.exercise(), item.toString());
        return item;
    }

    private Optional<URI> find(PlatformService service, URI all, String exercise)
            throws PlatformProblem {
        var query = "resource_id=" + URLEncoder.encode(exercise, StandardCharsets.UTF_8);
        var from = URI.create(all + (all.getRawQuery() == null ? "?" : "&") + query);
        for (var page : new PlatformPages(service).read(SCOPE, from, LIST_TYPE)) {
            for (var each : page) {
                // Not every platform looks at what was asked for.
                if (each.path("resourceId").asText("").equals(exercise)) {
                    return Optional.of(address(service, all, each.path("id").asText("")));
                }
            }
        }
        return Optional.empty();
    }

    private URI make(PlatformService service, Linked linked, Score score, String title)
            throws PlatformProblem {
        var wanted =
                Map.of(
                        "label", title,
                        "scoreMaximum", score.max(),
                        "resourceId", score.exercise());
        try {
            var request =
                    HttpRequest.newBuilder()
                            .header("Content-Type", TYPE)
                            .header("Accept", TYPE)
                            .POST(BodyPublishers.ofString(json.writeValueAsString(wanted)));
            var made = json.readTree(service.send(SCOPE, linked.lineItems(), request).body());
            return address(service, linked.lineItems(), made.path("id").asText(""));
        } catch (JsonProcessingException e) {
            throw problem(service, "made no column for this exercise");
        }
    }

    private static URI address(PlatformService service, URI all, String id) throws PlatformProblem {
        try {
            var address = all.resolve(id);
            if (!id.isEmpty() && service.platform().owns(address)) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw problem(service, "named no column of its gradebook");
    }

    private static PlatformProblem problem(PlatformService service, String what) {
        return new PlatformProblem("%s %s.".formatted(service.platform().name(), what), 0, null);
    }
}
