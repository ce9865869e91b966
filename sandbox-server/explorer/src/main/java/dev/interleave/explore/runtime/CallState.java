package dev.interleave.explore.runtime;

import dev.interleave.explore.order.SyncClock;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where one thread is between woven code and the JDK. */
final class CallState {

    /**
     * A call into the JDK that has not returned.
     *
     * @param looks whether it only looks and so orders nothing after it
     */
    record Call(Object receiver, SyncClock clock, String site, boolean looks, boolean atomic) {}

    final Deque<Call> calls = new ArrayDeque<>();

    /** Whether the JDK started the thread to run tasks that others hand over. */
    final boolean worker;

    /** How many woven callbacks are on its stack. */
    int tasks;

    /**
     * Between an optimistic read and its validation: what is read may be torn, and is not used if
     * it is.
     */
    boolean optimistic;

    CallState(boolean worker) {
        this.worker = worker;
    }

    /** The call that runs now; null if the thread is in woven code. */
    Call call() {
        return calls.peek();
    }
}
