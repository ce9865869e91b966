package dev.interleave.compiler;

/** Compiles a snippet and has it run. */
interface SnippetEvaluator {

    /**
     * Evaluates the snippet, waiting for the session JVM as long as it runs.
     *
     * @throws RuntimeException or Error if the compiler itself fails
     */
    SnippetResult evaluate(Piece piece, CellSource cell, long run);
}
