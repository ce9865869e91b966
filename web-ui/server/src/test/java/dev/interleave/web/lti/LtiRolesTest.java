package dev.interleave.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.account.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class LtiRolesTest {

    private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/";

    @Test
    void only_roles_in_the_course_count() {
        assertThat(LtiRoles.of(null)).isEqualTo(Role.LEARNER);
        assertThat(LtiRoles.of(List.of())).isEqualTo(Role.LEARNER);
        assertThat(LtiRoles.of(List.of(VOCABULARY + "membership#Learner"))).isEqualTo(Role.LEARNER);
        assertThat(LtiRoles.of(List.of(VOCABULARY + "membership#Instructor")))
                .isEqualTo(Role.INSTRUCTOR);
        assertThat(LtiRoles.of(List.of("Instructor"))).isEqualTo(Role.INSTRUCTOR);
        assertThat(
                        LtiRoles.of(
                                List.of(
                                        VOCABULARY + "system/person#Administrator",
                                        VOCABULARY + "institution/person#Instructor",
                                        VOCABULARY + "membership#Administrator")))
                .isEqualTo(Role.LEARNER);
    }

    @Test
    void an_assistant_is_a_tutor_though_platforms_say_instructor_beside_it() {
        assertThat(
                        LtiRoles.of(
                                List.of(
                                        VOCABULARY + "membership#Instructor",
                                        VOCABULARY + "membership/Instructor#TeachingAssistant")))
                .isEqualTo(Role.TUTOR);
    }
}
