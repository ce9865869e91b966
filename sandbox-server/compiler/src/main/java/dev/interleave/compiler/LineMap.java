package dev.interleave.compiler;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/** From the lines of the class that JShell wraps around a snippet to the lines of its cell. */
final class LineMap implements IntUnaryOperator {

    /** Index is the wrapper's line from 1; 0 is a line that is the wrapper's own. */
    private final int[] cellLines;

    private LineMap(int lines) {
        cellLines = new int[lines + 1];
    }

    /** Of a class that holds one snippet, which begins in this line of its cell. */
    static LineMap of(SnippetWrapper wrapper, int firstLine) {
        String wrapped = wrapper.wrapped();
        LineMap map = new LineMap(1 + newlines(wrapped, wrapped.length()));
        int start = 0;
        for (int line = 1; line < map.cellLines.length; line++) {
            int end = wrapped.indexOf('\n', start);
            int last = end < 0 ? wrapped.length() - 1 : Math.max(start, end - 1);
            int offset = wrapper.wrappedToSourcePosition(Math.max(0, last));
            map.cellLines[line] = firstLine + newlines(wrapper.source(), offset);
            start = end + 1;
        }
        return map;
    }

    /** Of a class that holds several snippets, to which they are {@linkplain #add added}. */
    static LineMap ofMany(SnippetWrapper wrapper) {
        return new LineMap(1 + newlines(wrapper.wrapped(), wrapper.wrapped().length()));
    }

    /**
     * Finds a snippet's source in the wrapper, where comments and some modifiers of it are blank,
     * and maps its lines.
     */
    void add(SnippetWrapper wrapper, int firstLine) {
        String wrapped = wrapper.wrapped();
        String source = wrapper.source().stripTrailing();
        for (int at = 0; at + source.length() <= wrapped.length(); at++) {
            if (standsAt(wrapped, at, source)) {
                int line = 1 + newlines(wrapped, at);
                int lines = 1 + newlines(source, source.length());
                for (int i = 0; i < lines; i++) {
                    cellLines[line + i] = firstLine + i;
                }
            }
        }
    }

    private static boolean standsAt(String wrapped, int at, String source) {
        boolean anything = false;
        for (int i = 0; i < source.length(); i++) {
            char there = wrapped.charAt(at + i);
            if (there != source.charAt(i) && there != ' ') {
                return false;
            }
            anything |= there != ' ' && there != '\n';
        }
        return anything;
    }

    private static int newlines(String text, int end) {
        int count = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
            count++;
        }
        return count;
    }

    @Override
    public int applyAsInt(int wrapperLine) {
        int line = wrapperLine < cellLines.length ? cellLines[wrapperLine] : 0;
        return line > 0 ? Math.min(line, 0xffff) : nearest(wrapperLine);
    }

    private int nearest(int wrapperLine) {
        for (int line = Math.min(wrapperLine, cellLines.length - 1); line > 0; line--) {
            if (cellLines[line] > 0) {
                return cellLines[line];
            }
        }
        return Arrays.stream(cellLines).filter(line -> line > 0).findFirst().orElse(1);
    }
}
