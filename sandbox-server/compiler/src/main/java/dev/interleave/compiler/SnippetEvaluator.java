package dev.interleave.compiler;

import java.util.Optional;

/** Compiles a snippet and has it run. */
interface SnippetEvaluator {

    /**
     * Evaluates the snippet, waiting for the session JVM as long as it runs.
     *
     * @throws RuntimeException or Error if the compiler itself fails
     */
    SnippetResult evaluate(Piece piece, CellSource cell, long run);

    /** Evaluates the snippet if that can be done quickly; otherwise nothing has happened. */
    default Optional<SnippetResult> tryEvaluate(Piece piece, CellSource cell, long run) {
        return Optional.empty();
    }
}
