package dev.interleave.sandbox.result;

/**
 * Who has a lock that somebody waits for, from a moment on until the next such record of it.
 *
 * @param on the lock as in {@link TraceSpan#on}
 * @param owner the thread; 0 for none, or none that is known
 * @param at milliseconds since the run's start
 */
public record LockOwner(String on, long owner, double at) {}
