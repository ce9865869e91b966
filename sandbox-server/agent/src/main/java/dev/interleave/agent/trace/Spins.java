package dev.interleave.agent.trace;

/**
 * Notices threads that stay in a loop which only looks. What it takes for one is approximate where
 * many threads are at it: they share places.
 *
 * <p>Threading: any thread may call anything.
 */
final class Spins {

    private static final int PLACES = 256;

    /** A loop that goes on for less is none to speak of. */
    private static final long LEAST_NANOS = 20_000_000;

    private static final long LEAST_LOOKS = 8;

    /** After a pause like this another loop has begun. */
    private static final long PAUSE_NANOS = 200_000_000;

    private final long[] thread = new long[PLACES];
    private final long[] since = new long[PLACES];
    private final long[] last = new long[PLACES];
    private final long[] looks = new long[PLACES];

    /** The calling thread looks once more; how often it has if it is time to tell, and 0 if not. */
    long look() {
        long now = System.nanoTime();
        long id = Thread.currentThread().threadId();
        int place = (int) id & PLACES - 1;
        if (thread[place] != id || now - last[place] > PAUSE_NANOS) {
            thread[place] = id;
            since[place] = now;
            looks[place] = 0;
        }
        last[place] = now;
        long count = ++looks[place];
        if (count < LEAST_LOOKS || now - since[place] < LEAST_NANOS) {
            return 0;
        }
        since[place] = Long.MAX_VALUE;
        return count;
    }
}
