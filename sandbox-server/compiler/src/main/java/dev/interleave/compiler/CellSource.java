package dev.interleave.compiler;

import dev.interleave.wire.Problem;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The source of a cell and where its lines are. Line ends are line feeds, whatever the learner's
 * system writes.
 */
final class CellSource {

    private final String text;
    private final int[] lineStarts;
    private final Lexer.Tokens tokens;

    CellSource(String source) {
        text = source.replace("\r\n", "\n").replace('\r', '\n');
        lineStarts =
                IntStream.concat(
                                IntStream.of(0),
                                IntStream.range(0, text.length())
                                        .filter(i -> text.charAt(i) == '\n')
                                        .map(i -> i + 1))
                        .toArray();
        tokens = Lexer.read(text);
    }

    String text() {
        return text;
    }

    Lexer.Tokens tokens() {
        return tokens;
    }

    /** The line, from 1, that this offset is in. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column, from 1, of this offset in its line. */
    int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** A problem from one offset to another; offsets beyond the source are brought back into it. */
    Problem problem(boolean error, int start, int end, String message) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        return new Problem(error, line(from), column(from), line(to), column(to), message);
    }
}
