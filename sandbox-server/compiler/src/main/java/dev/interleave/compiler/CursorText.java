package dev.interleave.compiler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A cell with a name of our own where the cursor is, so that the parser finds something there.
 *
 * @param text the cell with that name, and without brackets that are open to its end
 * @param name what stands there: the word before the cursor and a mark
 * @param word the part of a name before the cursor, may be empty
 * @param anchor where the word begins
 */
record CursorText(String text, String name, String word, int anchor) {

    private static final String MARK = "cursor$";

    /** Empty in comments, strings and numbers. */
    static Optional<CursorText> at(String cell, int offset) {
        int cursor = Math.clamp(offset, 0, cell.length());
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(cell.charAt(start - 1))) {
            start--;
        }
        int end = cursor;
        while (end < cell.length() && Character.isJavaIdentifierPart(cell.charAt(end))) {
            end++;
        }
        String word = cell.substring(start, cursor);
        String name = word + MARK;
        String after = cell.substring(end);
        String text = cell.substring(0, start) + name + (endsLine(after) ? ";" : "") + after;
        return stands(text, start, name)
                ? Optional.of(new CursorText(closed(text), name, word, start))
                : Optional.empty();
    }

    /** Whether the next thing is in another line and would be taken for a part of this one. */
    private static boolean endsLine(String after) {
        String rest = after.stripLeading();
        int line = after.indexOf('\n');
        return line >= 0
                && after.substring(0, line).isBlank()
                && !rest.isEmpty()
                && Character.isJavaIdentifierStart(rest.charAt(0));
    }

    private static boolean stands(String text, int start, String name) {
        return Lexer.read(text).list().stream()
                .anyMatch(t -> t.start() == start && t.text(text).equals(name));
    }

    private static String closed(String text) {
        Deque<Character> open = new ArrayDeque<>();
        List<Token> tokens = Lexer.read(text).list();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.SIGN) {
                char sign = text.charAt(token.start());
                switch (sign) {
                    case '(' -> open.push(')');
                    case '[' -> open.push(']');
                    case '{' -> open.push('}');
                    case ')', ']', '}' -> open.poll();
                    default -> {}
                }
            }
        }
        StringBuilder closed = new StringBuilder(text);
        open.forEach(sign -> closed.append(sign == '}' ? "\n;}" : sign.toString()));
        return closed.toString();
    }

    /** Whether the cursor is in this piece of the text. */
    boolean in(Piece piece) {
        return anchor >= piece.start() && anchor < piece.end();
    }

    /** What stands before the word, without blanks. */
    String before() {
        return text.substring(0, anchor).stripTrailing();
    }

    /** Whether the word is a member of what stands before it. */
    boolean member() {
        String before = before();
        return before.endsWith(".") && !before.endsWith("..") || before.endsWith("::");
    }

    boolean reference() {
        return before().endsWith("::");
    }
}
