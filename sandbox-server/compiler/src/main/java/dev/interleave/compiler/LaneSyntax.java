package dev.interleave.compiler;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a snippet looks like before javac has seen it; only what cannot be a declaration goes to the
 * lane. Guessing wrong costs time and nothing else: the compiler checks what it was given.
 *
 * @param kind decides how it is wrapped and shown
 * @param name of the variable that is read or assigned, or null
 * @param call name of the method whose call the snippet seems to end in, or null
 * @param words the names in it that do not follow a dot
 */
record LaneSyntax(Kind kind, String name, String call, Set<String> words) {

    enum Kind {
        /** A variable alone. */
        VARIABLE,
        /** An assignment to a variable. */
        ASSIGNMENT,
        /** Any other expression; its value gets a name. */
        EXPRESSION,
        STATEMENT,
        /** A statement behind which nothing is reached. */
        THROW
    }

    private static final Set<String> STATEMENTS =
            Set.of("if", "for", "while", "do", "try", "synchronized", "assert");

    /** Words with which declarations begin, and what JShell treats in ways of its own. */
    private static final Set<String> NOT_FIRST =
            Set.of(
                    "abstract",
                    "boolean",
                    "break",
                    "byte",
                    "case",
                    "catch",
                    "char",
                    "class",
                    "continue",
                    "default",
                    "double",
                    "else",
                    "enum",
                    "final",
                    "finally",
                    "float",
                    "import",
                    "int",
                    "interface",
                    "long",
                    "native",
                    "non",
                    "package",
                    "private",
                    "protected",
                    "public",
                    "return",
                    "sealed",
                    "short",
                    "static",
                    "strictfp",
                    "super",
                    "switch",
                    "this",
                    "transient",
                    "var",
                    "void",
                    "volatile",
                    "yield");

    static Optional<LaneSyntax> of(String snippet) {
        return new Reader(snippet).read();
    }

    private static final class Reader {

        private final String source;
        private final Lexer.Tokens read;
        private final List<Token> tokens;

        Reader(String source) {
            this.source = source;
            this.read = Lexer.read(source);
            this.tokens = withoutSemicolon(read.list(), source);
        }

        private static List<Token> withoutSemicolon(List<Token> tokens, String source) {
            return !tokens.isEmpty() && tokens.getLast().is(source, ';')
                    ? tokens.subList(0, tokens.size() - 1)
                    : tokens;
        }

        Optional<LaneSyntax> read() {
            if (!read.exact()
                    || tokens.isEmpty()
                    || tokens.stream().anyMatch(t -> t.depth() == 0 && t.is(source, ';'))
                    || tokens.stream().anyMatch(this::reserved)
                    || isDeclaration()) {
                return Optional.empty();
            }
            return kind().map(k -> new LaneSyntax(k, word(0), call(), Words.of(tokens, source)));
        }

        private Optional<Kind> kind() {
            String first = word(0);
            if (first == null) {
                return Optional.of(sign(0, '{') ? Kind.STATEMENT : Kind.EXPRESSION)
                        .filter(_ -> !sign(0, '@') && !sign(0, '<'));
            }
            if (NOT_FIRST.contains(first)) {
                return Optional.empty();
            }
            if (first.equals("throw")) {
                return Optional.of(Kind.THROW);
            }
            if (STATEMENTS.contains(first) || sign(1, ':') && !sign(2, ':')) {
                return Optional.of(Kind.STATEMENT);
            }
            if (tokens.size() == 1) {
                return Optional.of(Kind.VARIABLE);
            }
            boolean assigns = sign(1, '=') && !(sign(2, '=') && adjacent(1));
            return Optional.of(assigns ? Kind.ASSIGNMENT : Kind.EXPRESSION);
        }

        /** Whether it begins with a type and a name. */
        private boolean isDeclaration() {
            int at = 0;
            while (word(at) != null && sign(at + 1, '.')) {
                at += 2;
            }
            if (word(at) == null || word(0).equals("new")) {
                return false;
            }
            at++;
            if (sign(at, '<')) {
                at = behindTypeArguments(at);
            }
            while (sign(at, '[') && sign(at + 1, ']')) {
                at += 2;
            }
            String name = word(at);
            return name != null
                    && !name.equals("instanceof")
                    && !STATEMENTS.contains(word(0))
                    && !word(0).equals("throw");
        }

        private int behindTypeArguments(int start) {
            int open = 0;
            for (int at = start; at < tokens.size(); at++) {
                open += sign(at, '<') ? 1 : sign(at, '>') ? -1 : 0;
                if (open == 0) {
                    return at + 1;
                }
            }
            return start;
        }

        /** The name before the last bracket that is open to the end. */
        private String call() {
            if (tokens.isEmpty() || !tokens.getLast().is(source, ')')) {
                return null;
            }
            int depth = tokens.getLast().depth();
            for (int at = tokens.size() - 2; at > 0; at--) {
                if (tokens.get(at).depth() == depth && tokens.get(at).is(source, '(')) {
                    return word(at - 1);
                }
            }
            return null;
        }

        /** Names that the source around the snippet uses. */
        private boolean reserved(Token token) {
            return token.kind() == Token.Kind.WORD
                    && (token.text(source).startsWith("$JShell")
                            || token.text(source).endsWith("$"));
        }

        private String word(int at) {
            return at < tokens.size() && tokens.get(at).kind() == Token.Kind.WORD
                    ? tokens.get(at).text(source)
                    : null;
        }

        private boolean sign(int at, char sign) {
            return at < tokens.size() && tokens.get(at).is(source, sign);
        }

        private boolean adjacent(int at) {
            return tokens.get(at).end() == tokens.get(at + 1).start();
        }
    }
}
