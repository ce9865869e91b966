package dev.interleave.sandbox.trace;

import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The state of one thread, told as spans.
 *
 * <p>One thing that a thread does may be made of others: to join is to wait. What counts is what
 * was begun first. A virtual thread that begins to wait still runs until it leaves its carrier.
 */
final class Lane {

    /** More than the JDK nests; further ones are not told apart. */
    private static final int DEEPEST = 16;

    /** States of a virtual thread that leaves its carrier, as the JDK numbers them. */
    private static final int PARKING = 3;

    private static final int TIMED_PARKING = 6;
    private static final int YIELDING = 10;
    private static final int BLOCKING = 12;
    private static final int WAITING = 15;
    private static final int TIMED_WAITING = 17;

    private final long id;
    private final boolean virtual;
    private final Consumer<TraceSpan> out;
    private final Deque<Intent> intents = new ArrayDeque<>();

    /** Null while it is not known, before the start and after the end. */
    private State state;

    private double since;
    private Intent about = Intent.NONE;
    private long carrier;
    private boolean outsideOfCell;

    Lane(long id, boolean virtual, Consumer<TraceSpan> out) {
        this.id = id;
        this.virtual = virtual;
        this.out = out;
    }

    long id() {
        return id;
    }

    State state() {
        return state;
    }

    /** Whether it is the cell's own thread, and the cell's code has ended. */
    boolean outsideOfCell() {
        return outsideOfCell;
    }

    Intent about() {
        return about;
    }

    void started(double at) {
        outsideOfCell = false;
        intents.clear();
        become(virtual ? State.RUNNABLE : State.RUNNING, at, Intent.NONE);
    }

    void ended(double at) {
        become(null, at, Intent.NONE);
        intents.clear();
    }

    /** The cell's thread comes from the agent's own code to the cell's. */
    void entered(double at) {
        started(at);
        become(State.RUNNING, at, Intent.NONE);
    }

    void left(double at) {
        ended(at);
        outsideOfCell = true;
    }

    void ready(double at) {
        if (state != State.RUNNING && state != State.RUNNABLE) {
            become(State.RUNNABLE, at, Intent.NONE);
        }
    }

    void mounted(double at, long onCarrier) {
        become(State.RUNNING, at, Intent.NONE);
        carrier = onCarrier;
    }

    /**
     * @param on what the JDK says it waits for
     */
    void unmounted(double at, long jdkState, String on) {
        switch ((int) jdkState) {
            case PARKING, TIMED_PARKING -> become(at, outer(State.PARKED, on));
            case BLOCKING -> become(at, outer(State.BLOCKED, on));
            case WAITING, TIMED_WAITING -> become(at, outer(State.WAITING, on));
            case YIELDING -> become(State.RUNNABLE, at, Intent.NONE);
            default -> {}
        }
    }

    /** What was begun first, or this where nothing was told. */
    private Intent outer(State otherwise, String on) {
        Intent first = intents.peekFirst();
        return first != null ? first : new Intent(otherwise, on, 0, 0);
    }

    void begins(double at, Intent intent) {
        if (outsideOfCell || intents.size() == DEEPEST) {
            return;
        }
        intents.addLast(intent);
        boolean waitsAtOnce = !virtual || intent.state() == State.BLOCKED;
        if (waitsAtOnce && intents.size() == 1) {
            become(at, intent);
        }
    }

    /** A virtual thread waits on its carrier; what for was told before. */
    void pinned(double at, String why) {
        Intent first = outer(State.PARKED, null);
        String on = why != null ? why : first.on();
        become(at, new Intent(State.PINNED, on, first.owner(), first.line()));
    }

    void unpinned(double at) {
        become(State.RUNNING, at, Intent.NONE);
    }

    void finishes(double at) {
        intents.pollLast();
        boolean waited = state != null && state.waits();
        if (!outsideOfCell && intents.isEmpty() && waited) {
            become(State.RUNNING, at, Intent.NONE);
        }
    }

    /** Tells what it is at until the end of the recording. */
    void stillAt(double at) {
        out.accept(open(at));
    }

    /** What it is at; null where that is not known. */
    TraceSpan open(double at) {
        return state == null ? null : span(at, true);
    }

    private void become(double at, Intent intent) {
        if (state == intent.state() && about == intent) {
            return;
        }
        become(intent.state(), at, intent);
    }

    private void become(State next, double at, Intent intent) {
        double now = Math.max(at, since);
        tell(now);
        state = next;
        since = now;
        about = intent;
    }

    private void tell(double at) {
        if (state != null && at > since) {
            out.accept(span(at, false));
        }
    }

    private TraceSpan span(double at, boolean open) {
        boolean carried = virtual && (state == State.RUNNING || state == State.PINNED);
        return new TraceSpan(
                id,
                state,
                since,
                Math.max(at, since),
                about.on(),
                about.owner(),
                about.line(),
                carried ? carrier : 0,
                open);
    }
}
