package dev.interleave.web.progress;

/** What became of a text that was to be saved. */
public sealed interface Saved {

    /** The cell has this draft now. */
    record Stored(Draft draft) implements Saved {}

    /** Somebody else, usually another tab, has changed the cell since; nothing was stored. */
    record Conflict(Draft current) implements Saved {}
}
