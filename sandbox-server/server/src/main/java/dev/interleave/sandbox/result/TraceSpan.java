package dev.interleave.sandbox.result;

/**
 * What a thread did from one moment to another, in milliseconds since the run's start.
 *
 * @param thread its {@link TracedThread#id}
 * @param on what it waited for, or null; for {@code PINNED} why it kept its carrier
 * @param owner the thread that held what it waited for, or whose end it waited for; 0 where that is
 *     not known
 * @param line line of the cell; 0 where it is not known
 * @param carrier the thread that carried it while it ran; 0 for a platform thread
 * @param open whether it was still at it when the recording ended
 */
public record TraceSpan(
        long thread,
        State state,
        double from,
        double to,
        String on,
        long owner,
        int line,
        long carrier,
        boolean open) {

    /** What a thread can be at. */
    public enum State {
        /** It has a carrier, or is a platform thread that waits for nothing but a processor. */
        RUNNING,
        /** A virtual thread that could run and waits for a carrier. */
        RUNNABLE,
        PARKED,
        /** At a monitor that somebody else holds. */
        BLOCKED,
        /** In {@code Object.wait} or {@code Thread.join}. */
        WAITING,
        SLEEPING,
        IO,
        /** A virtual thread that waits and keeps its carrier. */
        PINNED;

        /** Whether it needs somebody or something to go on. */
        public boolean waits() {
            return this != RUNNING && this != RUNNABLE;
        }
    }

    public double millis() {
        return to - from;
    }
}
