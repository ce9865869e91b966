/**
 * Sessions and their cells: who runs when, in which JVM, for how long, and what the learner is
 * told.
 *
 * <p>{@link dev.interleave.sandbox.cell.LocalSandbox} is the way in. A run's way through the
 * classes is drawn in {@code docs/data-flow.md}. What a session does next is decided in one place,
 * {@code SessionMachine}, which does no input or output and asks no clock; {@code LocalSession}
 * does what was decided.
 */
package dev.interleave.sandbox.cell;
