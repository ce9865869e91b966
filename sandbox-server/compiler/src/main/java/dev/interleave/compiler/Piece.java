package dev.interleave.compiler;

/**
 * A snippet of a cell.
 *
 * @param text what the compiler gets; it begins with the snippet's first token and may have a
 *     semicolon that the learner left out
 * @param start offset in the cell of the first character of {@code text}
 * @param end offset in the cell behind the snippet
 */
record Piece(String text, int start, int end) {}
