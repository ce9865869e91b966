package dev.interleave.explore;

/** A small program that uses the submission with a few threads, and checks what comes out. */
@FunctionalInterface
public interface Scenario {
    void run(Run run) throws Throwable;
}
