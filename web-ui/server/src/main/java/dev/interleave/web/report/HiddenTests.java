package dev.interleave.web.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When the learners of a class see what the hidden tests look at. */
public enum HiddenTests {
    ALWAYS,
    /** When they have passed all tests. */
    PASSED,
    /** When the exercise was due for them; never, if it has no due date. */
    DUE,
    NEVER;

    /** Its name in the database and in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<HiddenTests> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
