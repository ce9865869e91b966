package dev.interleave.explore.schedule;

/** Unwinds a thread that cannot be left parked when its run is over. */
public final class RunOver extends Error {
    private static final long serialVersionUID = 1;

    RunOver() {
        super("the run is over", null, false, false);
    }
}
