package dev.interleave.sandbox.result;

import java.util.List;

/** What is told of a cell that is run under many schedules. */
public sealed interface SampleEvent {

    /**
     * Where it is now.
     *
     * @param runs how many were done
     * @param schedules how many of them differed from each other in some choice
     * @param others runs whose outcomes are not told apart because there are too many
     */
    record Counted(int runs, int schedules, int others, List<SampledOutcome> outcomes)
            implements SampleEvent {

        public static final Counted NOTHING = new Counted(0, 0, 0, List.of());
    }

    /**
     * It is over.
     *
     * @param message why there are no outcomes or not all runs were done; null if all is said
     * @param diagnostics what the compiler says of the cell, if it does not compile
     * @param counted with the replays of outcomes, the rarest at least
     */
    record Ended(
            Status status, String message, List<CellEvent.Diagnostic> diagnostics, Counted counted)
            implements SampleEvent {}

    /** How it ended. */
    enum Status {
        /** All runs were done. */
        COMPLETE,
        /** Somebody stopped it. */
        STOPPED,
        /** It took too long; what was done counts. */
        OUT_OF_TIME,
        NOT_COMPILED,
        /** The cell uses threads whose schedules cannot be chosen. */
        UNCONTROLLED,
        /** The cell ended the JVM, used too much of something, or could not be run. */
        FAILED
    }
}
