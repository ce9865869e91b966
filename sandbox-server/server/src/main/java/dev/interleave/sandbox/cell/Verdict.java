package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.wire.FromCompiler.Outcome;

/**
 * How a run ended: its status, and what is said about it.
 *
 * @param message null where there is nothing to explain
 */
record Verdict(Status status, Limit limit, String message) {

    /** A run that never began. */
    static Verdict unbegun(String why) {
        return new Verdict(Status.KILLED, null, why);
    }

    Verdict and(String sentence) {
        return new Verdict(status, limit, message == null ? sentence : message + " " + sentence);
    }

    Verdict andKept() {
        return and(Explanations.KEPT);
    }

    Done done(double evalMillis) {
        return new Done(status, limit, message, evalMillis);
    }

    /**
     * A run that came to its end by itself.
     *
     * @param outcome null when the compiler was lost while the code ran
     */
    static Verdict of(Outcome outcome, String message) {
        return switch (outcome) {
            case null -> new Verdict(Status.KILLED, null, Explanations.ORPHANED).andKept();
            case OK -> new Verdict(Status.OK, null, message);
            case COMPILE_ERROR -> new Verdict(Status.COMPILE_ERROR, null, message);
            case EXCEPTION -> new Verdict(Status.EXCEPTION, null, message);
            case STOPPED -> of(new Ending.Stopped()).andKept();
            case FAILED, GONE ->
                    new Verdict(Status.COMPILE_ERROR, null, Explanations.COMPILER_FAILED).andKept();
        };
    }

    /** A run that was ended. */
    static Verdict of(Ending ending) {
        return switch (ending) {
            case Ending.Stopped _ -> new Verdict(Status.KILLED, null, Explanations.STOPPED);
            case Ending.TimedOut(var limit) ->
                    new Verdict(Status.TIMEOUT, Limit.TIME, Explanations.timedOut(limit));
            case Ending.NoInput _ ->
                    new Verdict(
                            Status.TIMEOUT,
                            Limit.TIME,
                            Explanations.noInput(TimeLimit.LONGEST_WAIT));
            case Ending.OverLimit(var limit) ->
                    new Verdict(Status.LIMIT, limit, Explanations.overLimit(limit));
            case Ending.CompilerTimedOut _ ->
                    new Verdict(Status.TIMEOUT, Limit.TIME, Explanations.COMPILER_TIMED_OUT);
            case Ending.CompilerLost(var outOfMemory) when outOfMemory ->
                    new Verdict(Status.LIMIT, Limit.MEMORY, Explanations.COMPILER_OUT_OF_MEMORY);
            case Ending.CompilerLost _ ->
                    new Verdict(Status.KILLED, null, Explanations.COMPILER_LOST);
            case Ending.Forged _ -> new Verdict(Status.KILLED, null, Explanations.FORGED);
        };
    }

    /** A run whose JVM ended under it. */
    static Verdict of(JvmFate fate) {
        return switch (fate) {
            case JvmFate.OutOfMemory _ ->
                    new Verdict(Status.LIMIT, Limit.MEMORY, Explanations.overLimit(Limit.MEMORY));
            case JvmFate.Exited(var status) ->
                    new Verdict(Status.KILLED, null, Explanations.exited(status));
            case JvmFate.Signalled(var signal) ->
                    new Verdict(Status.KILLED, null, Explanations.signalled(signal));
            case JvmFate.Stranded _ -> new Verdict(Status.KILLED, null, Explanations.STRANDED);
            case JvmFate.Silent _ -> new Verdict(Status.KILLED, null, Explanations.SILENT);
        };
    }
}
