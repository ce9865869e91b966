package dev.interleave.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param name in a word or two
 * @param detail what was found, or what is missing and how to get it
 */
public record Finding(String name, State state, String detail) {

    /** How a thing is. */
    public enum State {
        /** As it should be. */
        GOOD,
        /** The course runs without it, but not everything of it. */
        WEAK,
        /** The course does not run without it. */
        MISSING
    }

    static Finding good(String name, String detail) {
        return new Finding(name, State.GOOD, detail);
    }

    static Finding weak(String name, String detail) {
        return new Finding(name, State.WEAK, detail);
    }

    static Finding missing(String name, String detail) {
        return new Finding(name, State.MISSING, detail);
    }
}
