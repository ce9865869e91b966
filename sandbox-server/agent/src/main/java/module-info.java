/**
 * What runs inside a session's jail. Nothing but what cells show with is exported: a learner's
 * classes live in an unnamed module of the same JVM and must not reach in. Where the jar is used on
 * a class path, as the supervisor and the compiler do, this descriptor has no effect.
 */
module dev.interleave.agent {
    exports dev.interleave.display;
}
