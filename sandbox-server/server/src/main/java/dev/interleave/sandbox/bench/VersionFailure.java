package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.result.CompareResult.Problem;
import dev.interleave.sandbox.result.Side;

/** A version cannot be measured, and it is its own fault. */
final class VersionFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    VersionFailure(Side side, String message) {
        super(message);
        this.problem = new Problem(side, 0, message);
    }

    Problem problem() {
        return problem;
    }
}
