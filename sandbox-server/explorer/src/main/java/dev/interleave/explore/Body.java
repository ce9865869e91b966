package dev.interleave.explore;

/** What a thread of a scenario does. What it throws is a fault of the submission. */
@FunctionalInterface
public interface Body {
    void run() throws Throwable;
}
