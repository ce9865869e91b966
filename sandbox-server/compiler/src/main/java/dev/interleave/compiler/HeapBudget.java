package dev.interleave.compiler;

/**
 * How many front ends have to give back javac's contexts, judged by what is in use after a
 * collection of garbage.
 *
 * @param most what the old generation may hold, in bytes
 */
record HeapBudget(long most) {

    /** Above this the collector would soon have no time for anything else. */
    private static final double HIGH = 0.70;

    /** What is aimed for, so that it is not high again at once. */
    private static final double AIM = 0.50;

    /** From here on there is no way back but to begin anew. */
    private static final double FULL = 0.90;

    /** A step that took more than this part of everything is no usual one. */
    private static final double HUNGRY = 0.25;

    /**
     * @param used bytes in use
     * @param hot how many front ends hold contexts
     */
    int toEvict(long used, int hot) {
        if (used <= HIGH * most || hot == 0) {
            return 0;
        }
        double bytesEach = (double) used / hot;
        return (int) Math.min(hot, Math.ceil((used - AIM * most) / bytesEach));
    }

    boolean full(long used) {
        return used > FULL * most;
    }

    /** Whether a step that allocated so much may be the reason why there is no memory. */
    boolean hungry(long bytes) {
        return bytes > HUNGRY * most;
    }
}
