package dev.interleave.web.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody does on a server with accounts. */
public enum Role {
    LEARNER,
    /** Helps in the classes that an instructor gives them. */
    TUTOR,
    /** Makes classes, and teaches them. */
    INSTRUCTOR,
    /** Writes lessons, in their files; on this server a learner. */
    AUTHOR,
    /** Gives accounts to the others, and may do what instructors may. */
    ADMIN;

    /** Whether this role may make classes. */
    public boolean teaches() {
        return this == INSTRUCTOR || this == ADMIN;
    }

    /** Its name in the database and in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this name. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
