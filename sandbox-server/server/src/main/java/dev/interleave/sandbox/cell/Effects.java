package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToSession;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link SessionMachine} wants done. Nothing here waits for anything, and nothing calls back
 * into the machine before it returns.
 */
interface Effects {

    /** Gets a session JVM with an open front end; answered by {@code workerTaken}. */
    void takeWorker();

    /** Gets a front end for the JVM that lives; answered by {@code frontEndOpened}. */
    void openFrontEnd();

    /**
     * Lines up for a place to run: true when there is one now, else answered by {@code placeGiven}.
     */
    boolean askPlace();

    /** Gives the place back, or leaves the line. */
    void leavePlace();

    /** Ends the JVM; nothing more is heard of it. */
    void killJvm();

    /** Lets go of the front end; nothing more is heard of it. */
    void dropFrontEnd();

    void toSession(ToSession message);

    void evaluate(long run, String source);

    void answer(Reply reply);

    void rebuild(List<Declared> snippets, boolean load);

    void tell(Run run, CellEvent event);

    /** Sets the clock for this run; an earlier one of the same kind is forgotten. */
    void arm(Alarm alarm, long run, Duration in);

    /** The same, but for so much processor time of the session JVM. */
    void armForProcessorTime(Alarm alarm, long run, Duration in);

    void disarm(Alarm alarm);

    /** The clocks of a run. */
    enum Alarm {
        /** The cell's time is over. */
        TIME_LIMIT,
        /** The learner has been waited for too long. */
        INPUT,
        /** What was told to end has not ended in time that it could use. */
        GRACE
    }
}
