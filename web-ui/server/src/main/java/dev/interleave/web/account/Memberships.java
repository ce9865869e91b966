package dev.interleave.web.account;

import java.util.Optional;

/** What somebody is in a class. */
@FunctionalInterface
public interface Memberships {

    /** {@code LEARNER}, {@code TUTOR} or {@code INSTRUCTOR}; empty if they are not in it. */
    Optional<Role> roleIn(String account, String classId);
}
