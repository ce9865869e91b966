package dev.interleave.explore.schedule;

/** How a run ended. */
public enum Ending {
    /** Every thread ended. */
    COMPLETED,
    /** The first thread waits, and nobody can ever go on. */
    STUCK,
    /** The first thread ended, and others will never end. */
    LEFT_BEHIND,
    /** A fault was found while threads ran. */
    FOUND,
    /** Something ran on a thread that is not under control. */
    UNCONTROLLED
}
