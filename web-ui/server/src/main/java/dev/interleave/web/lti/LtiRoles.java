package dev.interleave.web.lti;

import dev.interleave.web.account.Identities.Person;
import dev.interleave.web.account.Role;
import java.util.List;

/**
 * What platforms call people and their roles. Only roles in the course count: who runs the platform
 * is nobody here.
 */
final class LtiRoles {

    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";
    private static final String ASSISTANT = MEMBERSHIP + "/Instructor#TeachingAssistant";
    private static final List<String> INSTRUCTORS =
            List.of(MEMBERSHIP + "#Instructor", "Instructor");

    private LtiRoles() {}

    /** The role in a class: instructor, tutor or, in all other cases, learner. */
    static Role of(List<String> roles) {
        if (roles == null) {
            return Role.LEARNER;
        }
        // Platforms send the general role beside the narrower one.
        if (roles.contains(ASSISTANT)) {
            return Role.TUTOR;
        }
        return roles.stream().anyMatch(INSTRUCTORS::contains) ? Role.INSTRUCTOR : Role.LEARNER;
    }

    /** Somebody. */
    static Person person(Platform platform, String subject, String name) {
        return new Person(platform.source(), subject, name, name, platform.host());
    }
}
