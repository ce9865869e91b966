package dev.interleave.web.progress;

import java.time.Instant;

/** What became of a request to run a cell. */
public sealed interface Begun {

    /** The draft is stored, and so is the run. */
    record Stored(RunKey run, Draft draft, Instant at) implements Begun {}

    /** Another tab has changed the cell since; nothing was stored. */
    record Conflict(Draft current) implements Begun {}
}
