package dev.interleave.explore.runtime;

/** Woven code ran on a thread that the scheduler does not control; it is stopped there. */
final class Uncontrolled extends Error {
    private static final long serialVersionUID = 1;

    Uncontrolled(String message) {
        super(message);
    }
}
