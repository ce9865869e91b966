package dev.interleave.sandbox;

import java.time.Duration;

/**
 * A cell to run: its source, and how long it may take from its start to its end.
 *
 * @param timeout more than zero; the sandbox's own maximum wins over a longer one
 * @param trace whether what its threads do is to be recorded and told
 */
public record Cell(String source, Duration timeout, boolean trace) {

    /** One whose threads are not recorded. */
    public Cell(String source, Duration timeout) {
        this(source, timeout, false);
    }
}
