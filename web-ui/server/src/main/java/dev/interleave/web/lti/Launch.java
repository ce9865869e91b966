package dev.interleave.web.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.interleave.web.account.Identities.Person;
import dev.interleave.web.account.Role;
import dev.interleave.web.outgoing.BadToken;
import java.net.URI;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a platform says when it sends somebody.
 *
 * @param role in the course there
 * @param context id of the course there
 * @param title of that course
 * @param members where the platform tells who is in that course, or null
 * @param lineItems where the platform has the columns of that course's gradebook, or null
 * @param lineItem the column of the link that was followed, or null
 * @param custom what the platform's link was made with
 * @param choosing what is needed to answer with a link, or null if somebody follows one
 */
record Launch(
        Platform platform,
        Person person,
        Role role,
        String context,
        String title,
        URI members,
        URI lineItems,
        URI lineItem,
        Map<String, String> custom,
        Choosing choosing) {

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String MEMBERS =
            "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String POINTS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String CHOOSE = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final int LONGEST_TITLE = 100;

    /**
     * Somebody makes a link there.
     *
     * @param back where the browser brings the answer
     * @param data that the answer has to bring along, or null
     */
    record Choosing(URI back, String data) {}

    /**
     * What a token says that was found to be right.
     *
     * @param here where this server is, to which the link must lead
     * @throws BadToken if it is for something else
     */
    static Launch of(Platform platform, JWTClaimsSet claims, String here) throws BadToken {
        try {
            require(platform.deployment(), claims.getStringClaim(CLAIM + "deployment_id"));
            require("1.3.0", claims.getStringClaim(CLAIM + "version"));
            var type = claims.getStringClaim(CLAIM + "message_type");
            var choosing = type != null && type.equals("LtiDeepLinkingRequest");
            if (!choosing) {
                require("LtiResourceLinkRequest", type);
                requireText(object(claims, CLAIM + "resource_link").get("id"));
                var target = requireText(claims.getStringClaim(CLAIM + "target_link_uri"));
                if (!target.equals(here) && !target.startsWith(here + "/")) {
                    throw new BadToken("The link leads to another server", null);
                }
            }
            var context = object(claims, CLAIM + "context");
            var id = requireText(context.get("id"));
            return new Launch(
                    platform,
                    person(platform, claims),
                    LtiRoles.of(claims.getStringListClaim(CLAIM + "roles")),
                    id,
                    title(context, id),
                    service(platform, object(claims, MEMBERS).get("context_memberships_url")),
                    service(platform, object(claims, POINTS).get("lineitems")),
                    service(platform, object(claims, POINTS).get("lineitem")),
                    texts(object(claims, CLAIM + "custom")),
                    choosing
                            ? choosing(platform, object(claims, CHOOSE + "deep_linking_settings"))
                            : null);
        } catch (ParseException e) {
            throw new BadToken(e.getMessage(), e);
        }
    }

    /** Id of the exercise that the link was made for, or null. */
    String exercise() {
        return custom.get("exercise");
    }

    private static Person person(Platform platform, JWTClaimsSet claims) throws ParseException {
        var name = Objects.requireNonNullElse(claims.getStringClaim("name"), "");
        return LtiRoles.person(platform, claims.getSubject(), name);
    }

    private static String title(Map<String, Object> context, String id) {
        var title = context.get("title") instanceof String text && !text.isBlank() ? text : id;
        var kept = title.replaceAll("\\p{Cntrl}", " ").strip();
        return kept.substring(0, Math.min(kept.length(), LONGEST_TITLE));
    }

    private static Choosing choosing(Platform platform, Map<String, Object> settings)
            throws BadToken {
        if (!(settings.get("accept_types") instanceof List<?> types)
                || !types.contains("ltiResourceLink")) {
            throw new BadToken("The platform takes no links", null);
        }
        var back = address(platform, requireText(settings.get("deep_link_return_url")));
        return new Choosing(back, settings.get("data") instanceof String data ? data : null);
    }

    /** Where a service is, if requests may go there; it can be done without. */
    private static URI service(Platform platform, Object said) {
        try {
            return said instanceof String text ? address(platform, text) : null;
        } catch (BadToken e) {
            LOG.info("A service of {} is not used: {}", platform.name(), e.getMessage());
            return null;
        }
    }

    /** People are only sent to where an admin has said that they may be. */
    private static URI address(Platform platform, String said) throws BadToken {
        try {
            var address = URI.create(said);
            if (platform.owns(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new BadToken("No address: " + said, e);
        }
        throw new BadToken(
                "%s is at none of the platform's registered addresses".formatted(said), null);
    }

    private static Map<String, Object> object(JWTClaimsSet claims, String name)
            throws ParseException {
        return Objects.requireNonNullElse(claims.getJSONObjectClaim(name), Map.of());
    }

    private static Map<String, String> texts(Map<String, Object> object) {
        var texts = new HashMap<String, String>();
        object.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return Map.copyOf(texts);
    }

    private static void require(String expected, String found) throws BadToken {
        if (!expected.equals(found)) {
            throw new BadToken("Expected \"%s\", not \"%s\"".formatted(expected, found), null);
        }
    }

    private static String requireText(Object found) throws BadToken {
        if (found instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new BadToken("Something is missing", null);
    }
}
