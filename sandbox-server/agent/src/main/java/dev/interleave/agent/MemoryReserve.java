package dev.interleave.agent;

/**
 * Some heap that is given back when the learner's code has used up all the rest, so that the agent
 * can say so and stop it.
 *
 * <p>Threading: any thread of the agent's may call anything.
 */
final class MemoryReserve {

    private static final int BYTES = 256 << 10;

    /** With less than this the next cell, however small, would run out of memory too. */
    private static final int LEAST_BYTES = 8 << 20;

    private byte[] bytes = new byte[BYTES];

    /** Gives the reserve back; false if that has already been done. */
    synchronized boolean release() {
        boolean had = bytes != null;
        bytes = null;
        return had;
    }

    /** Takes the reserve again, if there is memory for it and for something to work with. */
    synchronized boolean refill() {
        try {
            if (bytes == null) {
                bytes = new byte[BYTES];
            }
            return new byte[LEAST_BYTES].length > 0;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }
}
