package dev.interleave.compiler;

import java.util.Optional;

/**
 * Decides whether a cell is a program: one that consists of declarations and has a main method,
 * like a compact source file. Such a cell is run, which is the one thing that a cell does and the
 * {@code jshell} tool does not.
 */
final class MainMethod {

    private boolean onlyDeclarations = true;
    private Piece call;

    void saw(Piece piece, SnippetResult result) {
        onlyDeclarations &= result.declaration();
        if (result.mainCall() != null) {
            call = new Piece(result.mainCall(), piece.start(), piece.end());
        }
    }

    /** The call to make at the end of the cell. */
    Optional<Piece> call() {
        return onlyDeclarations ? Optional.ofNullable(call) : Optional.empty();
    }
}
