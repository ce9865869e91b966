package dev.interleave.sandbox.jail;

/**
 * What a jailed JVM is for; it decides which code of ours the jail can see and how it is started.
 */
public enum Role {
    /** Runs the compiled cells of one session. */
    SESSION,
    /** Holds the JShell front ends of many sessions. */
    COMPILER,
    /** Compiles submissions, one after the other. */
    GRADE_COMPILER,
    /** Runs the tests of an exercise against one submission. */
    GRADER,
    /** The same for tests whose schedules are searched. */
    EXPLORER,
    /** Runs a cell under many schedules. */
    SAMPLER,
    /** Compiles versions that are to be compared, one after the other. */
    MEASURE_COMPILER,
    /** Measures one version: a fork of JMH. */
    MEASURER,
    /** The same while it is recorded where its time goes; nothing that it measures is told. */
    PROFILER
}
