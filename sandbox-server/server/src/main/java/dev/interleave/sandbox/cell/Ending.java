package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.result.CellEvent.Limit;
import java.time.Duration;

/** Why a run was ended before it ended by itself. */
sealed interface Ending {

    /** Somebody pressed Stop. */
    record Stopped() implements Ending {}

    record TimedOut(Duration limit) implements Ending {}

    /** The learner gave no input. */
    record NoInput() implements Ending {}

    record OverLimit(Limit limit) implements Ending {}

    /** The compiler took too long over this cell and was ended. */
    record CompilerTimedOut() implements Ending {}

    /** The compiler went down over this cell, for lack of memory or for another reason. */
    record CompilerLost(boolean outOfMemory) implements Ending {}

    /** The session's JVM said something that it cannot say; the text is for the log. */
    record Forged(String what) implements Ending {}
}
