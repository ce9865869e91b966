package dev.interleave.wire;

/** What both sides of a connection agree on. */
public final class Wire {

    /**
     * Version of the messages; the two sides of a connection come from the same build, so they must
     * be equal.
     */
    public static final int PROTOCOL = 1;

    /** Largest frame in bytes, tag included. */
    public static final int MAX_FRAME = 8 << 20;

    /**
     * Longest value or message text that is sent, in characters; longer ones are cut and end in an
     * ellipsis.
     */
    public static final int MAX_TEXT = 20_000;

    /** Most stack frames of one throwable, and most causes of one failure. */
    public static final int MAX_STACK = 64;

    public static final int MAX_CAUSES = 8;

    /** Most threads of a run that are listed. */
    public static final int MAX_THREADS = 200;

    /** Most bytes of something that a cell shows besides text. */
    public static final int MAX_SHOWN = 256 << 10;

    /** Most of that in one run, in pieces and in bytes. */
    public static final int MOST_SHOWN = 40;

    public static final int MAX_SHOWN_TOGETHER = 1 << 20;

    private Wire() {}
}
