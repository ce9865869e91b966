package dev.interleave.sandbox;

import dev.interleave.sandbox.result.CellEvent;

/**
 * Hears what a run tells.
 *
 * <p>Threading: called by one thread at a time, in order. It must not block: it stands between the
 * jail and everybody else who waits for this session.
 */
@FunctionalInterface
public interface CellListener {
    void on(CellEvent event);
}
