package dev.interleave.web.classroom;

import dev.interleave.web.account.Role;

/**
 * A class as one person sees it.
 *
 * @param role of that person in it: {@code LEARNER}, {@code TUTOR} or {@code INSTRUCTOR}
 * @param learners how many there are
 */
public record Classroom(
        String id, String name, String joinCode, boolean archived, Role role, int learners) {

    /** Whether this person teaches it or helps to. */
    public boolean staff() {
        return role != Role.LEARNER;
    }

    /** Whether this person may change it. */
    public boolean instructor() {
        return role == Role.INSTRUCTOR;
    }
}
