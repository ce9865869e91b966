package dev.interleave.web.sample;

import dev.interleave.sandbox.Sample;
import dev.interleave.sandbox.Sampling;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.SampleEvent;
import java.util.Optional;

/**
 * The last cell of a lesson that was run under many schedules, and what came of it. Only the last
 * is kept, in memory: to try again makes another one.
 *
 * <p>Threading: any thread may call anything.
 */
public final class KeptSamples {

    private Kept last;

    /** A sampling and the newest that it told. */
    private static final class Kept {

        private final String cell;
        private Sampling sampling;
        private volatile SampleEvent newest = SampleEvent.Counted.NOTHING;

        Kept(String cell) {
            this.cell = cell;
        }
    }

    /** Begins with a cell; what was under way is left where it is. */
    public synchronized void begin(String cell, Session session, Sample sample) {
        stop();
        var kept = new Kept(cell);
        kept.sampling = session.sample(sample, event -> kept.newest = event);
        last = kept;
    }

    /** The newest of a cell; empty if it is not the last. */
    public synchronized Optional<SampleEvent> of(String cell) {
        return last == null || !last.cell.equals(cell)
                ? Optional.empty()
                : Optional.of(last.newest);
    }

    /** Leaves what is under way at the runs that were done. */
    public synchronized void stop() {
        if (last != null) {
            last.sampling.stop();
        }
    }
}
