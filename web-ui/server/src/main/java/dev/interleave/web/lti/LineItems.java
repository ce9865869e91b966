package dev.interleave.web.lti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.lti.LtiClasses.Linked;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a platform's gradebook (line items), one for each exercise. One that is there is
 * looked for before one is made.
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
        var found = find(service, linked.lineItems(), score.exercise(), title);
        var item = found.isPresent() ? found.get() : make(service, linked, score, title);
        queue.keepLineItem(score.classId(), score.exercise(), item.toString());
        return item;
    }

    /**
     * By the exercise's id, or, where none has it, the only one with its title and no id: who
     * teaches there may have made it by hand.
     */
    private Optional<URI> find(PlatformService service, URI all, String exercise, String title)
            throws PlatformProblem {
        var own = new ArrayList<String>();
        var byHand = new ArrayList<String>();
        new PlatformPages(service)
                .read(
                        SCOPE,
                        all,
                        LIST_TYPE,
                        page -> {
                            for (var each : page) {
                                var id = each.path("resourceId").asText("");
                                if (id.equals(exercise)) {
                                    own.add(each.path("id").asText(""));
                                } else if (id.isBlank() && isCalled(each, title)) {
                                    byHand.add(each.path("id").asText(""));
                                }
                            }
                            return own.isEmpty();
                        });
        if (!own.isEmpty()) {
            return Optional.of(address(service, all, own.getFirst()));
        }
        return byHand.size() == 1
                ? Optional.of(address(service, all, byHand.getFirst()))
                : Optional.empty();
    }

    private static boolean isCalled(JsonNode column, String title) {
        return column.path("label").asText("").strip().equalsIgnoreCase(title.strip());
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
        return PlatformProblem.unusable("%s %s.".formatted(service.platform().name(), what), null);
    }
}
