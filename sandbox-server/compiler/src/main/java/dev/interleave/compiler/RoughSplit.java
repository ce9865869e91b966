package dev.interleave.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a cell that may not parse into snippets, by its tokens alone: at semicolons and closing
 * braces outside of all brackets.
 */
final class RoughSplit {

    private static final Set<String> GO_ON = Set.of("else", "catch", "finally", "while");

    private static final Set<String> STATEMENTS =
            Set.of("if", "for", "while", "do", "try", "synchronized", "switch", "new", "return");

    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

    private final String text;
    private final List<Token> tokens;

    private RoughSplit(String text) {
        this.text = text;
        tokens = Lexer.read(text).list();
    }

    static List<Piece> of(String text) {
        return new RoughSplit(text).pieces();
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (ends(i)) {
                int start = tokens.get(first).start();
                int end = tokens.get(i).end();
                pieces.add(new Piece(text.substring(start, end), start, end));
                first = i + 1;
            }
        }
        return pieces;
    }

    private boolean ends(int at) {
        Token token = tokens.get(at);
        if (at + 1 == tokens.size()) {
            return true;
        }
        if (token.depth() > 0 || !token.is(text, ';') && !token.is(text, '}')) {
            return false;
        }
        Token next = tokens.get(at + 1);
        return token.is(text, ';')
                || next.is(text, '@')
                || next.kind() == Token.Kind.WORD && !GO_ON.contains(next.text(text));
    }

    /** What a snippet seems to be that may not parse. */
    static PieceKind kind(Piece piece) {
        String text = piece.text();
        List<Token> outer =
                Lexer.read(text).list().stream().filter(token -> token.depth() == 0).toList();
        if (outer.getFirst().text(text).equals("import")) {
            return PieceKind.IMPORT;
        }
        if (isType(outer, text)) {
            return PieceKind.TYPE;
        }
        return isMethod(outer, text) ? PieceKind.METHOD : PieceKind.STATEMENT;
    }

    private static boolean isType(List<Token> outer, String text) {
        for (int i = 0; i + 1 < outer.size(); i++) {
            Token token = outer.get(i);
            if (token.is(text, '{') || token.is(text, '=') || token.is(text, '(')) {
                // An annotation's values may stand before the keyword.
                boolean annotated = i > 1 && outer.get(i - 2).is(text, '@');
                if (!annotated) {
                    return false;
                }
            }
            if (TYPES.contains(token.text(text)) && outer.get(i + 1).kind() == Token.Kind.WORD) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMethod(List<Token> outer, String text) {
        if (STATEMENTS.contains(outer.getFirst().text(text))) {
            return false;
        }
        for (int i = 1; i < outer.size() && !outer.get(i).is(text, '='); i++) {
            if (outer.get(i).is(text, '(')) {
                return i > 1
                        && outer.get(i - 1).kind() == Token.Kind.WORD
                        && !outer.get(i - 2).is(text, '.')
                        && outer.stream().anyMatch(t -> t.is(text, '{'));
            }
        }
        return false;
    }
}
