package dev.interleave.web.classroom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of points after the due date. */
public enum LateRule {
    /** Nothing. */
    NONE,
    /** Some percent less for each day begun. */
    PENALTY,
    /** Nothing can be handed in any more. */
    CUT_OFF;

    /** Its name in the database and in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LateRule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }
}
