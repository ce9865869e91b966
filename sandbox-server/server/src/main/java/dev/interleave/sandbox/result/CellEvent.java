package dev.interleave.sandbox.result;

import java.util.List;

/**
 * Something that a run of a cell tells while it goes on. Of each run there comes any number of
 * events and then exactly one {@link Done}.
 */
public sealed interface CellEvent {

    /**
     * The run waits for a free place; {@code place} 1 is next. Sent again whenever the place
     * changes.
     */
    record Queued(int place) implements CellEvent {}

    /** The cell's code begins to be compiled and run. */
    record Started() implements CellEvent {}

    /**
     * Text that a thread of the cell wrote; {@code thread} is null where the writer is not known.
     */
    record Output(boolean error, String text, String thread) implements CellEvent {}

    /** So many bytes of output were left out here; what follows is the tail of it. */
    record Omitted(boolean error, long bytes) implements CellEvent {}

    /**
     * The cell shows something besides text, here among its output.
     *
     * @param content markup as a stranger wrote it, which must be cleaned before a page gets it, or
     *     the bytes of a picture in Base64, of which nothing is known
     * @param inWords what it says or shows, for those who do not see it
     */
    record Shown(Form form, String content, String inWords) implements CellEvent {}

    /** A variable or an expression has this value, in the form in which {@code jshell} shows it. */
    record Value(String name, String javaType, String text) implements CellEvent {}

    /**
     * What the compiler says about a place; lines and columns count from 1, {@code endColumn} is
     * exclusive.
     */
    record Diagnostic(
            Severity severity, int line, int column, int endLine, int endColumn, String message)
            implements CellEvent {}

    /**
     * The cell's code threw. {@code stack} has the frames worth showing, innermost first; those of
     * the cell itself read {@code Cell:LINE} with the cell's own line. Causes follow in {@code
     * cause}, which may be null.
     */
    record Thrown(String className, String message, List<String> stack, Thrown cause)
            implements CellEvent {}

    /** A thread of the cell waits for a line of input. */
    record WantsInput() implements CellEvent {}

    /**
     * What threads of a traced run did meanwhile. Threads come before their spans; spans of a
     * thread come in order. {@code now} is there twice a second while the run goes on, otherwise
     * null; {@code end} is null but for the last of a run.
     */
    record Traced(
            List<TracedThread> threads,
            List<TraceSpan> spans,
            List<LockOwner> owners,
            List<TraceMark> marks,
            TraceNow now,
            TraceEnd end)
            implements CellEvent {}

    /** The cell is over and left these threads running, the first 200 of {@code count}. */
    record Leftovers(int count, List<LiveThread> threads) implements CellEvent {}

    /**
     * The end of the run. {@code limit} is null unless the status is {@code LIMIT} or {@code
     * TIMEOUT}; {@code message} is null where there is nothing to explain; {@code evalMillis} is
     * the time from {@link Started} to the end.
     */
    record Done(Status status, Limit limit, String message, double evalMillis)
            implements CellEvent {}

    enum Form {
        MARKUP,
        IMAGE
    }

    enum Severity {
        ERROR,
        WARNING
    }

    enum Status {
        OK,
        COMPILE_ERROR,
        EXCEPTION,
        TIMEOUT,
        LIMIT,
        KILLED
    }

    enum Limit {
        MEMORY,
        THREADS,
        PROCESSES,
        OUTPUT,
        DISK,
        TIME
    }
}
