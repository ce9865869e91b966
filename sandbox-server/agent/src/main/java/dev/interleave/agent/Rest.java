package dev.interleave.agent;

/**
 * What a run wrote after its head: how much of it was left out, and the end of it in two buffers.
 */
final class Rest {

    private final OutputBuffer older;
    private final OutputBuffer newer;
    private final long bytes;
    private final boolean error;
    private final int skipped;

    /**
     * @param older may be null
     * @param bytes how much was written in all
     * @param error whether the first of it was written to standard error
     * @param kept how much to keep at most
     */
    Rest(OutputBuffer older, OutputBuffer newer, long bytes, boolean error, int kept) {
        this.older = older == null ? new OutputBuffer() : older;
        this.newer = newer;
        this.bytes = bytes;
        this.error = error;
        this.skipped = toWholeCharacter(Math.max(0, this.older.size() + newer.size() - kept));
    }

    private int toWholeCharacter(int from) {
        int at = from;
        while (at > 0 && at < older.size() && Utf8.continues(older.bytes()[at])) {
            at++;
        }
        return at;
    }

    long omitted() {
        return bytes - (older.size() - skipped) - newer.size();
    }

    boolean error() {
        return error;
    }

    OutputBuffer older() {
        return older;
    }

    /** From where in {@link #older()} on the output is kept. */
    int skipped() {
        return skipped;
    }

    OutputBuffer newer() {
        return newer;
    }
}
