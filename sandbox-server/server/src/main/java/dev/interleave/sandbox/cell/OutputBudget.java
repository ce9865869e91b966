package dev.interleave.sandbox.cell;

/**
 * How much more output of one run is passed on. The session JVM bounds its output itself; this is
 * for one that is no longer ours.
 *
 * <p>Threading: used under its session's lock.
 */
final class OutputBudget {

    /** A JVM that sends this many times what is allowed is not the one that we started. */
    private static final int ROGUE = 4;

    private final long allowed;
    private long seen;
    private long dropped;

    OutputBudget(long allowedBytes) {
        this.allowed = allowedBytes;
    }

    /** How much of this text is to be passed on; the rest counts as dropped. */
    String admit(String text) {
        // Characters stand for bytes here: this wall may be a little thicker or thinner.
        long room = Math.max(0, allowed - seen);
        seen += text.length();
        if (text.length() <= room) {
            return text;
        }
        dropped += text.length() - room;
        return text.substring(0, (int) room);
    }

    /** Bytes that were dropped so far. */
    long dropped() {
        return dropped;
    }

    boolean rogue() {
        return seen > ROGUE * allowed;
    }
}
