package dev.interleave.web.account;

import java.util.Optional;

/** Who may use a route. */
enum Rule {
    ANYONE,
    SIGNED_IN,
    /** Instructors and admins. */
    TEACHERS,
    ADMINS,
    /** The learner that the path names, and tutors and instructors of a class of theirs. */
    LEARNER_AND_STAFF,
    /** Who is in the class that the path names; admins are in every class. */
    CLASS,
    /** Tutors and instructors of that class. */
    CLASS_STAFF,
    /** Instructors of that class. */
    CLASS_INSTRUCTORS;

    /** Whether it asks about a class. */
    boolean ofClass() {
        return compareTo(CLASS) >= 0;
    }

    /**
     * @param own role of who asks
     * @param inClass their role in the class, or in one of the learner's whom the path names
     */
    boolean allows(Role own, Optional<Role> inClass) {
        if (own == Role.ADMIN) {
            return true;
        }
        return switch (this) {
            case ANYONE, SIGNED_IN -> true;
            case TEACHERS -> own.teaches();
            case ADMINS -> false;
            case CLASS -> inClass.isPresent();
            case LEARNER_AND_STAFF, CLASS_STAFF ->
                    inClass.filter(role -> role != Role.LEARNER).isPresent();
            case CLASS_INSTRUCTORS -> inClass.filter(Role.INSTRUCTOR::equals).isPresent();
        };
    }
}
