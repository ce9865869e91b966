package dev.interleave.explore;

/** A check of a scenario did not hold. */
final class WrongResult extends AssertionError {
    private static final long serialVersionUID = 1;

    WrongResult(String message) {
        super(message);
    }
}
