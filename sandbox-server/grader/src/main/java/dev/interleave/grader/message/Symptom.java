package dev.interleave.grader.message;

/** Why a test did not pass; the judge knows each by the same name. */
public enum Symptom {
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
    FORBIDDEN
}
