package dev.interleave.explore.schedule;

/** What a strategy is asked to decide. */
public enum Choice {
    /** The running thread may go on (0), or another takes over, or the environment acts. */
    PREEMPT,
    /** The running thread cannot go on: who is next, or the environment acts. */
    NEXT,
    /** Which of several waiting threads a notify wakes. */
    WAKE,
    /** Whether a park returns at once (1) for no reason, as Java permits. */
    SPURIOUS,
    /** A value that the scenario asked for. */
    VALUE
}
