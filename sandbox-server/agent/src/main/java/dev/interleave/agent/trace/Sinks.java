package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent.Kind;

/** The numbers of calls that hooks make, beside those that have the number of their kind. */
final class Sinks {

    /** A monitor was left. */
    static final int MONITOR_LEFT = Kind.values().length;

    /** Somebody begins, and ends, to wait for a {@code CompletableFuture}. */
    static final int AWAIT = MONITOR_LEFT + 1;

    static final int AWAIT_END = AWAIT + 1;

    /** A worker of a {@code ForkJoinPool} has nothing to do. */
    static final int IDLE = AWAIT_END + 1;

    /** What becomes of tasks of a {@code ForkJoinPool}. */
    static final int FORK_SUBMITTED = IDLE + 1;

    static final int FORKED = FORK_SUBMITTED + 1;
    static final int FORK_BEGINS = FORKED + 1;
    static final int FORK_DONE = FORK_BEGINS + 1;
    static final int FORK_FAILED = FORK_DONE + 1;
    static final int FORK_ASKED = FORK_FAILED + 1;

    static final int COUNT = FORK_ASKED + 1;

    private Sinks() {}
}
