package dev.interleave.wire;

/**
 * Why a session JVM ended by itself. A learner's {@code System.exit} can give the same number and
 * then only mislabels the end of their own session.
 */
public enum ExitCode {
    /** The supervisor closed the connection. */
    CLOSED(0),
    /** There was not enough memory left to go on, even for the program that serves the cells. */
    OUT_OF_MEMORY(91),
    /** The supervisor sent what is no message, or the connection broke. */
    PROTOCOL(92),
    /** A fault of the program that serves the cells; the reason is on standard error. */
    FAILED(93);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
