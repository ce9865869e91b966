/**
 * The messages that cross the border of a jail, and their encoding; and what both sides of it have
 * to count in the same way.
 *
 * <p>Three parties talk: the <em>supervisor</em> (trusted), a <em>session JVM</em> that runs a
 * learner's classes, and a <em>compiler JVM</em> that holds the JShell front ends of many sessions.
 * The two jailed parties never talk to each other: what a front end wants executed goes through the
 * supervisor.
 *
 * <pre>
 *   supervisor ── ToCompiler ──►  compiler JVM        evaluate this cell
 *   supervisor ◄─ FromCompiler ─  compiler JVM        load these classes, invoke this method, this is the value
 *   supervisor ── ToSession ───►  session JVM         load, invoke, stop
 *   supervisor ◄─ FromSession ──  session JVM         output, returned, threw
 * </pre>
 *
 * <p>A frame is a four-byte length, then a one-byte tag and the fields of one record. No Java
 * serialization is used in any direction. Whoever reads from a jail treats the bytes as a
 * stranger's word: lengths, counts and tags are checked before anything is allocated, and a frame
 * that does not fit is a {@link dev.interleave.wire.WireException}.
 */
package dev.interleave.wire;
