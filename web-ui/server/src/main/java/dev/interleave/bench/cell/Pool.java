package dev.interleave.bench.cell;

import dev.interleave.sandbox.Sandbox;

/** The pool of ready JVMs, seen from outside. */
final class Pool {

    private static final long LOOK_MILLIS = 20;

    /** A JVM that has just come is still tidying up. */
    private static final long REST_MILLIS = 200;

    private Pool() {}

    /** Waits until a JVM is ready. */
    static void await(Sandbox sandbox) throws InterruptedException {
        while (sandbox.load().pooled() == 0) {
            Thread.sleep(LOOK_MILLIS);
        }
        Thread.sleep(REST_MILLIS);
    }
}
