/**
 * Makes a timeline of what a session's JVM tells about the threads of a run: pure code over {@link
 * dev.interleave.wire.TraceEvent}s, which are a stranger's word.
 *
 * <pre>
 *  events ──► Timeline ──► Lane, one a thread ──► spans
 *                 └── at the end ──► WaitGraph ──► deadlocks
 *                                └─► Notes     ──► sentences
 * </pre>
 */
package dev.interleave.sandbox.trace;
