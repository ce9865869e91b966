package dev.interleave.sandbox.grade;

import java.util.Locale;

/** What came of a submission as a whole. */
public enum Verdict {
    PASSED,
    /** It ran and did not do all that was asked. */
    FAILED,
    /** It tried what is not allowed; it scores nothing. */
    REJECTED,
    /** It does not compile, or is empty; it scores nothing and costs no attempt. */
    UNGRADABLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
