package dev.interleave.explore.schedule;

import dev.interleave.explore.result.FaultKind;

/**
 * Notices that a run is not going to end by itself: somebody spins, polls, goes round in circles or
 * computes for ever.
 *
 * <p>Threading: used by the one thread of a run that has the turn.
 */
final class Stalls {

    private final RunLimits limits;
    private int steps;
    private int loops;
    private int idleRounds;
    private int quietRounds;

    Stalls(RunLimits limits) {
        this.limits = limits;
    }

    int steps() {
        return steps;
    }

    /** A scheduling point; a fault, or null. */
    Finding step(ControlledThread thread, boolean alone) {
        steps++;
        loops = 0;
        thread.steps++;
        thread.points++;
        if (steps > limits.steps()) return tooLong(thread);
        var looking = thread.steps - thread.changedAt > limits.aloneSteps();
        return alone && (looking || thread.steps > limits.busySteps()) ? spins(thread) : null;
    }

    /** Whether the thread has had its share of steps, so that others must have a turn. */
    boolean isLong(ControlledThread thread) {
        return thread.steps % limits.fairSteps() == 0;
    }

    /** A thread lost its turn for fairness; a fault, or null. */
    Finding lostTurn(ControlledThread thread) {
        idleRounds++;
        quietRounds++;
        if (quietRounds > limits.quietRounds())
            return circle(thread, FaultKind.BUSY_WAIT, "only look");
        return idleRounds > limits.idleRounds()
                ? circle(thread, FaultKind.LIVELOCK, "give way to each other")
                : null;
    }

    /** A backward branch; a fault, or null. */
    Finding loop(ControlledThread thread) {
        if (++loops <= limits.loops()) return null;
        if (thread.looks > limits.loops() / 2) return spins(thread);
        return new Finding(
                FaultKind.TIMEOUT,
                "%s never leaves a loop; it was last seen at %s.".formatted(thread, where(thread)));
    }

    /** Whether a loop without scheduling points has had its share. */
    boolean isLongLoop() {
        return loops % limits.fairLoops() == 0;
    }

    /** A thread was woken by a timer; a fault, or null. */
    Finding timer(ControlledThread thread) {
        if (thread.wakesByTimer++ == 0) thread.pointsAtWake = thread.points;
        if (thread.wakesByTimer <= limits.idleWakes()) return null;
        var message =
                "%s polls: it woke up %d times at %s to look whether something had changed, instead of being woken."
                        .formatted(thread, thread.wakesByTimer, where(thread));
        return new Finding(FaultKind.BUSY_WAIT, message);
    }

    /** The running thread changed something that others can see. */
    void changed(ControlledThread thread) {
        quietRounds = 0;
        thread.wakesByTimer = 0;
        thread.changedAt = thread.steps;
        thread.looks = 0;
    }

    /** Somebody ended or was woken. */
    void progress() {
        idleRounds = 0;
        quietRounds = 0;
    }

    /** A thread waits where it cannot unmount. */
    static Finding pinned(ControlledThread thread) {
        var message =
                "%s waits (%s) while it is pinned to its carrier: a static initializer or native code is on its stack."
                        .formatted(thread, Sites.place(thread.site));
        return new Finding(FaultKind.PINNED, message);
    }

    private Finding circle(ControlledThread thread, FaultKind kind, String how) {
        var message =
                "The threads keep running, but they %s and none of them gets on: %s has been going round at %s."
                        .formatted(how, thread, where(thread));
        return new Finding(kind, message);
    }

    private Finding spins(ControlledThread thread) {
        var message =
                "%s waits by spinning: it went round at %s again and again while nothing could change."
                        .formatted(thread, where(thread));
        return new Finding(FaultKind.BUSY_WAIT, message);
    }

    private Finding tooLong(ControlledThread thread) {
        var message =
                "The scenario did not end within %d steps; %s is at %s."
                        .formatted(limits.steps(), thread, where(thread));
        return new Finding(FaultKind.TIMEOUT, message);
    }

    private static String where(ControlledThread thread) {
        return Sites.place(thread.site).where();
    }
}
