package dev.interleave.agent;

/**
 * Some heap that is given back when the learner's code has used up all the rest, so that the agent
 * can say so and stop it.
 *
 * <p>Threading: any thread of the agent's may call anything.
 */
final class MemoryReserve {

    private static final int BYTES = 256 << 10;

    private byte[] bytes = new byte[BYTES];

    /** Gives the reserve back; false if that has already been done. */
    synchronized boolean release() {
        boolean had = bytes != null;
        bytes = null;
        return had;
    }

    /**
     * Takes the reserve again.
     *
     * @throws OutOfMemoryError if the heap is still full
     */
    synchronized void refill() {
        if (bytes == null) {
            bytes = new byte[BYTES];
        }
    }
}
