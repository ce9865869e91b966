package dev.interleave.sandbox.result;

/** One of two versions that are compared. */
public enum Side {
    LEFT,
    RIGHT;

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
