package dev.interleave.wire;

/**
 * Something that a thread of a traced run did, or what a number in other events stands for.
 *
 * @param nanos when, on the machine's monotonic clock
 * @param thread id of the thread that it is about
 * @param other id of a second thread, or a detail of the kind's own
 * @param object identity of what it is about; 0 for nothing
 * @param line line of the cell; 0 where it is not known
 * @param text a name, for kinds that have one; otherwise null
 */
public record TraceEvent(
        Kind kind, long nanos, long thread, long other, int object, int line, String text) {

    /** Most events of one message. */
    public static final int MOST_IN_MESSAGE = 2_048;

    /** Most characters of a name. */
    public static final int MAX_NAME = 200;

    /** How a task can be done. */
    public static final int DONE_WELL = 1;

    public static final int DONE_FAILED = 2;
    public static final int DONE_CANCELLED = 3;

    /** What happened. */
    public enum Kind {
        /** {@code text} is the name of the thread; {@code other} is 1 for a virtual one. */
        THREAD,
        /** {@code text} says what {@code object} is. */
        OBJECT,
        /** {@code other} starts the thread; {@code object} is its executor or scope. */
        START,
        END,
        /** {@code other} lets a virtual thread that waits go on. */
        READY,
        /** A virtual thread runs on the carrier {@code other} from here on. */
        MOUNT,
        /**
         * A virtual thread leaves its carrier; {@code other} is its state as the JDK numbers it.
         */
        UNMOUNT,
        /** {@code other} owns what is waited for, if that is known. */
        PARK,
        PARK_END,
        SLEEP,
        SLEEP_END,
        WAIT,
        WAIT_END,
        /** {@code other} is the thread whose end is waited for. */
        JOIN,
        JOIN_END,
        IO,
        IO_END,
        /** A monitor is held by somebody else, by {@code other} if that is known. */
        MONITOR,
        MONITOR_END,
        /** A virtual thread waits and cannot leave its carrier; {@code text} may say why. */
        PIN,
        PIN_END,
        /** {@code thread} wakes {@code other}. */
        UNPARK,
        /** The cell's own thread begins and ends to execute the cell's code. */
        ENTER,
        LEAVE,
        /** Of a thread that waits when the recording ends: {@code other} owns {@code object}. */
        HELD,
        /** The lock {@code object}, which somebody waits for, is {@code other}'s from here on. */
        OWNED,
        /** The recording goes on, and all that was before is told. */
        TICK,
        /**
         * {@code thread} makes the task {@code object}: one for an executor, a fork of a scope, or
         * a stage of a {@code CompletableFuture}. Its number is used by the kinds below.
         */
        TASK,
        /** {@code object} is the name of the method that made the task {@code other}. */
        TASK_MADE_BY,
        /** The task {@code other} is one of the executor or scope {@code object}. */
        TASK_OF,
        /** The stage {@code other} goes on with what comes of the stage {@code object}. */
        TASK_INPUT,
        /** {@code thread} runs the task, or hands it to an executor that will. */
        TASK_RUN,
        /**
         * The task is done, by {@code thread}; {@code other} is one of the {@code DONE} numbers.
         */
        TASK_DONE,
        /**
         * {@code object} is the class of the exception with which the task {@code other} failed.
         */
        TASK_FAILURE,
        /** {@code thread} asks for what came of the task. */
        TASK_ASKED,
        /**
         * {@code thread} cancels what is left of the executor or scope {@code object}; {@code
         * other} is 1 if it does so because time is up.
         */
        GROUP_CANCELLED,
        /** The thread ends with an exception of the class {@code object} that nobody catches. */
        UNCAUGHT,
        /** For a while now the thread has been in a loop that only looks, {@code other} times. */
        SPIN,
        /** The queue {@code object} without a bound has {@code other} elements. */
        QUEUE,
        /**
         * {@code thread} prints {@code text}, or its beginning; {@code other} is 1 for the error
         * stream.
         */
        PRINT,
        /** So many outputs, {@code other}, were not told: there were too many. */
        PRINTS_LEFT_OUT,
        /** {@code thread} comes to a statement of the cell, in {@code line}. */
        STATEMENT,
        /** From here on nothing was recorded: there was too much. */
        CUT,
        /** The recording ends. */
        LAST
    }

    private static final Kind[] KINDS = Kind.values();

    static TraceEvent read(WireReader in) throws WireException {
        return new TraceEvent(
                in.constant(KINDS), in.i64(), in.i64(), in.i64(), in.i32(), in.i32(), in.text());
    }

    static void write(WireWriter out, TraceEvent event) {
        out.u8(event.kind.ordinal())
                .i64(event.nanos)
                .i64(event.thread)
                .i64(event.other)
                .i32(event.object)
                .i32(event.line)
                .text(event.text);
    }
}
