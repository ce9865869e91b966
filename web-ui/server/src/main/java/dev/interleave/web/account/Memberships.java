package dev.interleave.web.account;

import java.util.Optional;

/** What somebody is in a class. */
public interface Memberships {

    /** {@code LEARNER}, {@code TUTOR} or {@code INSTRUCTOR}; empty if they are not in it. */
    Optional<Role> roleIn(String account, String classId);

    /** What somebody who teaches is in a class in which the learner learns; empty for nobody. */
    Optional<Role> roleOver(String account, String learner);
}
