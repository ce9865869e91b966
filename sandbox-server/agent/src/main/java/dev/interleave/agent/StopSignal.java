package dev.interleave.agent;

/**
 * Thrown into a thread of the learner's to end it. There is one instance, made in advance, that
 * carries no state which the learner's code could change.
 */
final class StopSignal extends Error {

    private static final long serialVersionUID = 1L;

    static final StopSignal INSTANCE = new StopSignal();

    private StopSignal() {
        super("stopped", null, false, false);
    }

    @Override
    public String toString() {
        return "stopped";
    }
}
