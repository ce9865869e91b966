package dev.interleave.sandbox.result;

import java.util.List;

/**
 * Work that somebody gave to an executor, a scope or a {@code CompletableFuture}, and what became
 * of it. Times are in milliseconds since the run's start.
 *
 * @param id its number in this run, from 1 in the order of their making
 * @param operation the method that made it, such as {@code fork} or {@code thenApply}
 * @param group the executor or scope that it belongs to, or null
 * @param parent the thread that made it; 0 where that is not known
 * @param line line of the cell that made it; 0 where that is not known
 * @param started when a thread began with it, or null
 * @param runner the thread that ran or completed it; 0 where there is none
 * @param ended when it was done, or null
 * @param failure class of the exception that it ended with, or null
 * @param because why it failed or was cancelled, where that was not its own doing; otherwise null
 * @param cause the {@link #id} of the task that this was due to; 0 for none
 * @param inputs the stages that it waits for, by {@link #id}
 */
public record TracedTask(
        int id,
        Kind kind,
        String operation,
        String group,
        long parent,
        int line,
        double from,
        Double started,
        long runner,
        Double ended,
        State state,
        String failure,
        String because,
        int cause,
        List<Integer> inputs) {

    /** What kind of work it is. */
    public enum Kind {
        /** One for an executor. */
        TASK,
        /** A fork of a scope. */
        SUBTASK,
        /** A stage of a {@code CompletableFuture}. */
        STAGE
    }

    /** What became of it. */
    public enum State {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }
}
