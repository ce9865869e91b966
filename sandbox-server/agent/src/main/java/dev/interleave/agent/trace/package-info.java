/**
 * Records what the threads of a run do, without a change to the learner's code.
 *
 * <pre>
 *  methods of the JDK and of cells ──► java.lang.InterleaveTrace ──► Recorder ──► Ring
 *     rewritten when the first run                                                 │ Drain
 *     of a session is traced                                        events ◄───────┘
 * </pre>
 *
 * <p>JFR cannot do this on JDK 25: it has no events for a virtual thread that parks, that blocks on
 * a monitor, or that gets a carrier. So a few methods of the JDK are redefined to call a class of
 * ours, and that is done only once a run is traced: a session that never is pays nothing.
 *
 * <p>Some of these calls come while a virtual thread is between two carriers. What they lead to
 * must not lock, park or allocate, and a failure there would end the carrier for good.
 */
package dev.interleave.agent.trace;
