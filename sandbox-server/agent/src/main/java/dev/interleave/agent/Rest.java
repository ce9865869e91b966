package dev.interleave.agent;

/**
 * What a run wrote after its head: how much of it was left out, and the end of it.
 *
 * @param omitted how many bytes were left out
 * @param error whether the first of them was written to standard error
 * @param kept the end of it
 * @param from where in {@code kept} it begins
 */
record Rest(long omitted, boolean error, OutputBuffer kept, int from) {

    /**
     * Joins two buffers.
     *
     * @param older may be null
     * @param newer what was written after it
     * @param bytes how much was written in all
     * @param error whether the first of it was written to standard error
     * @param max how much to keep at most; a character at the cut is left out as a whole
     */
    static Rest of(OutputBuffer older, OutputBuffer newer, long bytes, boolean error, int max) {
        OutputBuffer kept = new OutputBuffer();
        if (older != null) {
            kept.addAll(older);
        }
        kept.addAll(newer);
        int from = bytes <= max ? 0 : wholeCharacter(kept, Math.max(0, kept.size() - max));
        return new Rest(bytes - (kept.size() - from), error, kept, from);
    }

    private static int wholeCharacter(OutputBuffer kept, int from) {
        int at = from;
        while (at < kept.size() && Utf8.continues(kept.bytes()[at])) {
            at++;
        }
        return at;
    }
}
