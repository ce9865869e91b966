package dev.interleave.compiler;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names in a source that may mean something declared elsewhere. */
final class Words {

    private Words() {}

    static Set<String> of(String source) {
        return of(Lexer.read(source).list(), source);
    }

    /** All words but those behind a dot or two colons, which are members of something. */
    static Set<String> of(List<Token> tokens, String source) {
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.WORD && !member(tokens, i, source)) {
                words.add(tokens.get(i).text(source));
            }
        }
        return words;
    }

    private static boolean member(List<Token> tokens, int at, String source) {
        if (at == 0) {
            return false;
        }
        boolean dot = tokens.get(at - 1).is(source, '.');
        boolean ellipsis = at > 1 && tokens.get(at - 2).is(source, '.');
        boolean reference =
                at > 1 && tokens.get(at - 1).is(source, ':') && tokens.get(at - 2).is(source, ':');
        return dot && !ellipsis || reference;
    }
}
