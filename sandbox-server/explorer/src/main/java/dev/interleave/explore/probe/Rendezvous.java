package dev.interleave.explore.probe;

import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;
import java.util.concurrent.Semaphore;

/**
 * A meeting of so many tasks: each stays in {@link #meet} until all are there. A solution that runs
 * fewer at once never gets through, and is told so.
 *
 * <p>Threading: from any thread of the run.
 */
public final class Rendezvous {

    private final Run run;
    private final int parties;
    private final Semaphore gate = new Semaphore(0);
    private int present;

    public Rendezvous(Run run, int parties) {
        this.run = run;
        this.parties = parties;
    }

    /** Stays until all are there. Tasks that come after the meeting pass. */
    public void meet() throws InterruptedException {
        run.synchronizeOn(gate);
        present++;
        if (present == parties) gate.release(parties);
        if (present > parties) return;
        run.awaitOr(
                gate,
                FaultKind.WRONG_RESULT,
                () ->
                        "Only %d of %d tasks were under way at the same time."
                                .formatted(present, parties));
        run.synchronizeOn(gate);
    }

    /** How many have come. */
    public int present() {
        return present;
    }
}
