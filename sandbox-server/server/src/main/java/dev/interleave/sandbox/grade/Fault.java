package dev.interleave.sandbox.grade;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a test did not pass. */
public enum Fault {
    WRONG_RESULT,
    DEADLOCK,
    LIVELOCK,
    RACE,
    LOST_WAKEUP,
    STARVATION,
    LEAK,
    BUSY_WAIT,
    PINNED,
    INTERRUPT_IGNORED,
    EXCEPTION,
    TIMEOUT,
    MEMORY,
    FORBIDDEN;

    /** The name in files and reports, such as {@code wrong-result}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fault> of(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }
}
