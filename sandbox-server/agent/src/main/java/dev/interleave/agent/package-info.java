/**
 * The program inside a session's jail: it loads the classes that the compiler made, runs them, and
 * tells the supervisor what they print and how they end.
 *
 * <pre>
 *   reader  ── invocations ──►  main            the cell's own thread: runs the learner's code,
 *     │                          │              renders values and exceptions
 *     │ stop, end of run         │ replies
 *     ▼                          ▼
 *   reaper  ── reports ──────► sender  ──►  supervisor
 *                                ▲
 *                                └── output of every thread of the learner's, through bounded buffers
 * </pre>
 *
 * <p>Only the reader reads from the connection and only the sender writes to it. A thread that runs
 * the learner's code leaves what it has to say in a buffer or a volatile field and unparks the
 * sender: it may be interrupted or struck by an asynchronous exception at any instruction, so it
 * must never hold anything that the agent depends on.
 *
 * <p>Nothing here is a boundary against hostile code; the jail is. The agent sees to it that an
 * ordinary program cannot break it by accident, and that a hostile one can harm only its own
 * session.
 */
package dev.interleave.agent;
