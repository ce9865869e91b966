package dev.interleave.agent;

import dev.interleave.wire.FromSession.Limit;

/**
 * One run of a cell: its output, and what became of it.
 *
 * <p>Threading: any thread. What the learner's threads have to report they leave in fields and wake
 * the sender.
 */
final class Run {

    private final long number;
    private final long begunMillis = System.currentTimeMillis();
    private final RunOutput output;
    private final Sender sender;
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile long lastThread;
    private volatile int overLimits;
    private volatile boolean stopWanted;

    /** Touched by the sender only. */
    private int reportedLimits;

    Run(long number, AgentLimits limits, Sender sender) {
        this.number = number;
        this.output = new RunOutput(limits);
        this.sender = sender;
    }

    long number() {
        return number;
    }

    long begunMillis() {
        return begunMillis;
    }

    RunOutput output() {
        return output;
    }

    void print(boolean error, byte[] bytes, int offset, int length) {
        boolean within = output.append(Thread.currentThread(), error, bytes, offset, length);
        if (!within) {
            overLimit(Limit.OUTPUT);
        }
        sender.wake();
    }

    /** Shows what is no text; false if that is more than a run may show. */
    boolean show(byte[] message) {
        boolean within = output.show(Thread.currentThread(), message);
        sender.wake();
        return within;
    }

    /** Notes that the run went over a limit; the sender reports it, once, and has it stopped. */
    void overLimit(Limit limit) {
        synchronized (output) {
            overLimits |= 1 << limit.ordinal();
        }
        sender.wake();
    }

    boolean hasMet(Limit limit) {
        return (overLimits & 1 << limit.ordinal()) != 0;
    }

    /** Whether there is a limit to report. */
    boolean hasUnreportedLimit() {
        return overLimits != reportedLimits;
    }

    /** Takes a limit that has not been reported. */
    Limit unreportedLimit() {
        int bit = Integer.lowestOneBit(overLimits & ~reportedLimits);
        return LIMITS[Integer.numberOfTrailingZeros(bit)];
    }

    void reported(Limit limit) {
        reportedLimits |= 1 << limit.ordinal();
    }

    /** Leaves word for the reaper. */
    void wantStop() {
        stopWanted = true;
    }

    boolean isStopWanted() {
        return stopWanted;
    }

    void stopServed() {
        stopWanted = false;
    }

    /** From now on no invocation of this run is begun and none of its threads can start another. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /**
     * The cell is over. Threads that are made later than this one and inherit the run were made by
     * threads that it left behind.
     */
    void end(long lastThread) {
        this.lastThread = lastThread;
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    boolean madeAfterEnd(Thread thread) {
        return thread.threadId() > lastThread;
    }

    private static final Limit[] LIMITS = Limit.values();
}
