package dev.interleave.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits Java source into tokens without javac: enough to find names, brackets and semicolons in
 * time that is linear in the source, whatever the source is.
 */
final class Lexer {

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private int deepest;
    private boolean exact = true;

    private Lexer(String source) {
        this.source = source;
    }

    /**
     * What a source consists of.
     *
     * @param deepest how many brackets are open at most at once
     * @param exact false where javac may see other tokens or other nesting: a text or a bracket
     *     that is not closed or not opened, or unicode escapes
     */
    record Tokens(List<Token> list, int deepest, boolean exact) {}

    static Tokens read(String source) {
        Lexer lexer = new Lexer(source);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        return new Tokens(lexer.tokens, lexer.deepest, lexer.exact && lexer.depth == 0);
    }

    private void next() {
        char c = source.charAt(at);
        int start = at;
        if (Character.isWhitespace(c)) {
            at++;
        } else if (source.startsWith("//", at)) {
            skipTo("\n", 0);
        } else if (source.startsWith("/*", at)) {
            at += 2;
            skipTo("*/", 2);
        } else if (c == '"' || c == '\'') {
            text(c);
            add(Token.Kind.TEXT, start);
        } else if (Character.isJavaIdentifierStart(source.codePointAt(at))) {
            word();
            add(Token.Kind.WORD, start);
        } else if (Character.isDigit(c)) {
            word();
            add(Token.Kind.NUMBER, start);
        } else {
            sign(c);
        }
    }

    private void sign(char c) {
        exact &= c != '\\';
        boolean closes = c == ')' || c == ']' || c == '}';
        exact &= !closes || depth > 0;
        depth = closes ? Math.max(0, depth - 1) : depth;
        at++;
        add(Token.Kind.SIGN, at - 1);
        if (c == '(' || c == '[' || c == '{') {
            deepest = Math.max(deepest, ++depth);
        }
    }

    private void word() {
        while (at < source.length() && Character.isJavaIdentifierPart(source.codePointAt(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
        exact &= at == source.length() || source.charAt(at) != '\\';
    }

    private void text(char quote) {
        if (source.startsWith("\"\"\"", at)) {
            at += 3;
            while (at < source.length() && !source.startsWith("\"\"\"", at)) {
                skipCharacter();
            }
            exact &= at < source.length();
            at = Math.min(source.length(), at + 3);
            return;
        }
        at++;
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            skipCharacter();
        }
        boolean closed = at < source.length() && source.charAt(at) == quote;
        exact &= closed;
        at = closed ? at + 1 : at;
    }

    private void skipCharacter() {
        if (source.charAt(at) != '\\') {
            at++;
            return;
        }
        exact &= !source.startsWith("\\u", at);
        at = Math.min(source.length(), at + 2);
    }

    private void skipTo(String end, int and) {
        int found = source.indexOf(end, at);
        exact &= found >= 0 || and == 0;
        at = found < 0 ? source.length() : found + and;
    }

    private void add(Token.Kind kind, int start) {
        tokens.add(new Token(kind, start, at, depth));
    }
}
