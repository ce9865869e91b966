package dev.interleave.web.trace;

import dev.interleave.sandbox.CellListener;
import dev.interleave.sandbox.result.CellEvent;
import java.util.Optional;

/**
 * The timeline of the last run of a lesson that was traced. Only the last is kept, in memory: it
 * may have hundreds of thousands of spans, and to run the cell again makes another one.
 *
 * <p>Threading: any thread may call anything.
 */
public final class KeptTraces {

    private static final int MOST_SPANS = 20_000;

    private volatile KeptTrace last;

    /** Keeps what is told about threads from now on; the rest goes on to another listener. */
    public CellListener keep(String cell, CellListener rest) {
        var kept = new KeptTrace(cell);
        last = kept;
        return event -> {
            if (event instanceof CellEvent.Traced traced) {
                kept.add(traced);
            } else {
                rest.on(event);
            }
        };
    }

    /** What a cell's timeline has after what is known of it; empty if it is not the last. */
    public Optional<KeptTrace.Portion> after(String cell, KeptTrace.Known known) {
        var kept = last;
        return kept == null || !kept.cell().equals(cell)
                ? Optional.empty()
                : Optional.of(kept.after(known, MOST_SPANS));
    }
}
