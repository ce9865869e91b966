package dev.interleave.explore.probe;

/**
 * Counts how many are inside at once, and remembers the most.
 *
 * <p>Threading: from any thread of the run.
 */
public final class InFlight {

    private int now;
    private int most;
    private int total;

    /** Enters; closing what it gives leaves. */
    public Inside enter() {
        now++;
        total++;
        most = Math.max(most, now);
        return () -> now--;
    }

    /** Somebody who is inside. */
    public interface Inside extends AutoCloseable {
        @Override
        void close();
    }

    public int now() {
        return now;
    }

    /** The most that were inside at once. */
    public int most() {
        return most;
    }

    /** How often somebody entered. */
    public int total() {
        return total;
    }
}
