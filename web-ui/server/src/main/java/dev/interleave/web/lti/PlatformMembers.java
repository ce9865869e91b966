package dev.interleave.web.lti;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Who is in a course, as its platform says (Names and Role Provisioning Services 2.0). */
final class PlatformMembers {

    static final String SCOPE =
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    static final int MOST = 5_000;

    private static final int PAGE = 200;

    private PlatformMembers() {}

    /**
     * All active members of a course.
     *
     * @param address where they are
     * @param context id of the course
     * @throws PlatformProblem if there is no such list, or it has more than 5000 people
     */
    static List<PlatformMember> read(PlatformService service, URI address, String context)
            throws PlatformProblem {
        var found = new LinkedHashMap<String, PlatformMember>();
        new PlatformPages(service)
                .read(
                        SCOPE,
                        limited(address),
                        TYPE,
                        page -> {
                            add(service, context, page, found);
                            return true;
                        });
        return List.copyOf(found.values());
    }

    private static void add(
            PlatformService service,
            String context,
            JsonNode page,
            Map<String, PlatformMember> found)
            throws PlatformProblem {
        var about = page.path("context").path("id");
        if (!page.path("members").isArray()
                || !about.isMissingNode() && !about.asText().equals(context)) {
            throw malformed(service);
        }
        for (var each : page.path("members")) {
            if (!isActive(each)) {
                continue;
            }
            var member = member(service, each);
            found.put(member.subject(), member);
            if (found.size() > MOST) {
                throw new PlatformProblem(
                        "The course has more than %d members.".formatted(MOST), 0, null);
            }
        }
    }

    /** Asks for pages of which each can be read. */
    private static URI limited(URI address) {
        var text = address.toString();
        return URI.create(text + (text.contains("?") ? "&" : "?") + "limit=" + PAGE);
    }

    private static boolean isActive(JsonNode member) {
        return member.path("status").asText("Active").equals("Active");
    }

    private static PlatformMember member(PlatformService service, JsonNode member)
            throws PlatformProblem {
        var subject = member.path("user_id").asText("");
        if (subject.isBlank()) {
            throw malformed(service);
        }
        var roles =
                StreamSupport.stream(member.path("roles").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
        return new PlatformMember(subject, name(member), LtiRoles.of(roles));
    }

    private static String name(JsonNode member) {
        var whole = member.path("name").asText("");
        var parts =
                member.path("given_name").asText("") + " " + member.path("family_name").asText("");
        return (whole.isBlank() ? parts : whole).strip();
    }

    private static PlatformProblem malformed(PlatformService service) {
        return new PlatformProblem(
                "What %s gave is no list of the members of this course."
                        .formatted(service.platform().name()),
                0,
                null);
    }
}
