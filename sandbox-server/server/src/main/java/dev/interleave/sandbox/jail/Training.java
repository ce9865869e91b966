package dev.interleave.sandbox.jail;

import java.io.IOException;

/** What a JVM does while it is watched, so that later ones start with what it needed. */
@FunctionalInterface
public interface Training {

    /** Talks to the JVM as the product does, about what is typical; its raw output is drained. */
    void run(Jail jail) throws IOException;
}
