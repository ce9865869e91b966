/**
 * What runs inside a session's jail. Nothing is exported or opened: a learner's classes live in an
 * unnamed module of the same JVM and must not reach in. Where the jar is used on a class path, as
 * the supervisor and the compiler do, this descriptor has no effect.
 */
module dev.interleave.agent {}
