package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.result.CellEvent.Limit;
import java.time.Duration;
import java.util.Locale;

/**
 * What a learner reads when a run did not end by itself: what happened, why there is a limit, what
 * to try. What became of the variables is a sentence of its own, added by {@link Verdict}.
 */
final class Explanations {

    static final String KEPT = "Your variables are still there.";

    static final String STOPPED = "Stopped.";

    static final String STOPPED_BEFORE = "Stopped before it began.";

    static final String CLOSED = "The session was closed.";

    static final String RESTARTED =
            "The session was restarted; it begins again without variables, methods, classes and"
                    + " imports.";

    static final String SHUT_DOWN = "The server is shutting down.";

    static final String TOO_MANY_WAIT =
            "Too many cells of this session wait already; run this one again when they are done.";

    static final String ORPHANED =
            "The compiler that this session shares with others broke down over somebody's cell"
                + " while this one ran. The statement that was running has come to its end, what"
                + " follows it did not run. Run the cell again.";

    static final String COMPILER_FAILED =
            "The compiler itself failed on this cell, most likely because the code is nested too"
                    + " deeply. Split it into smaller parts.";

    static final String COMPILER_TIMED_OUT =
            "The compiler took too long over this cell and was ended, because others wait for it"
                + " too. Deeply nested lambdas and generic calls are usual reasons; give some of"
                + " them explicit types.";

    static final String COMPILER_OUT_OF_MEMORY =
            "The compiler ran out of memory over this cell; others share it, so its memory is"
                + " limited. Very long constants that are made of constants are a usual reason.";

    static final String COMPILER_LOST =
            "The compiler broke down while it worked on this cell. Run the cell again; if that does"
                    + " not help, change it.";

    static final String FORGED =
            "The session's JVM sent what a session's JVM never sends, so it was ended: code in a"
                    + " cell must not touch the connection to the server.";

    static final String SILENT = "The session's JVM did not answer any more and was ended.";

    static final String STRANDED =
            "The compiler broke down and could not be brought back to where it was with this"
                    + " session.";

    static final String CANNOT_RETURN =
            "The session could not be brought back to where it was, so it begins again without"
                    + " variables, methods, classes and imports. Run the cells that you need.";

    private Explanations() {}

    static String timedOut(Duration limit) {
        return "The time was over: a cell may take "
                + seconds(limit)
                + ", because others wait for the processor too. Look for a loop, a lock or a wait"
                + " that never ends.";
    }

    static String noInput(Duration limit) {
        return "The cell has waited for input for "
                + limit.toMinutes()
                + " minutes, which is as long as a cell may.";
    }

    static String overLimit(Limit limit) {
        return switch (limit) {
            case MEMORY ->
                    "The cell used more memory than a session has; the machine is shared, so each"
                            + " session gets a small part of it. Keep less at a time, or let go of"
                            + " what is not needed any more.";
            case THREADS ->
                    "The cell started more threads than a session may have. Each platform thread"
                            + " costs the machine memory; use a pool of a few, or virtual threads.";
            case PROCESSES ->
                    "The cell tried to start a process, or more of them than it may. A session has"
                            + " its JVM and nothing else, unless a lesson is about processes; use"
                            + " threads.";
            case OUTPUT ->
                    "The cell printed more than anybody can read, so it was ended. Print a part, or"
                            + " a summary.";
            case DISK ->
                    "The cell wrote more to disk than a session has. Only /tmp can be written, and"
                            + " it is small.";
            case TIME -> "The time was over.";
        };
    }

    static String exited(int status) {
        return "The cell ended its JVM with status "
                + status
                + ", as System.exit("
                + status
                + ") does. In a cell there is no need for that: just let it end.";
    }

    static String signalled(int signal) {
        return "The session's JVM was ended from outside by signal " + signal + ".";
    }

    static String notStarted(Throwable failure) {
        return "The cell could not be run: "
                + failure.getMessage()
                + ". This is no fault of the cell; try again, and tell whoever runs the server if"
                + " it stays like this.";
    }

    static String tooLong(int chars, int limit) {
        return String.format(
                Locale.ROOT, "A cell may have %,d characters; this one has %,d.", limit, chars);
    }

    /** What is said with the next result when a JVM ended while nothing was executed. */
    static String lostBetween(JvmFate fate, Loss loss) {
        String why =
                switch (fate) {
                    case JvmFate.OutOfMemory _ ->
                            "What earlier cells left running used up the memory.";
                    case JvmFate.Exited _ -> "What earlier cells left running ended the JVM.";
                    case JvmFate.Stranded _ -> STRANDED;
                    case JvmFate.Signalled _, JvmFate.Silent _ -> "The session's JVM was ended.";
                };
        return why + " " + loss.sentence();
    }

    static String parked(Loss loss) {
        return "The session slept because it had not been used for a while. " + loss.sentence();
    }

    private static String seconds(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        return seconds == Math.rint(seconds)
                ? (long) seconds + (seconds == 1 ? " second" : " seconds")
                : String.format(Locale.ROOT, "%.1f seconds", seconds);
    }
}
