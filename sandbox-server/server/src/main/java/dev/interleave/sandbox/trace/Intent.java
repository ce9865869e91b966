package dev.interleave.sandbox.trace;

import dev.interleave.sandbox.result.TraceSpan.State;

/** What a thread is about to do, or does: where, on what, and who has it. */
record Intent(State state, String on, long owner, int line) {

    static final Intent NONE = new Intent(State.RUNNING, null, 0, 0);
}
