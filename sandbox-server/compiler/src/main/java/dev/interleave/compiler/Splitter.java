package dev.interleave.compiler;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Cuts a cell into snippets where JShell's completeness analysis would. What begins like an
 * expression or a variable and has no braces outside of brackets before its semicolon ends there,
 * which is found without the analysis.
 */
final class Splitter {

    /** Words at which the short way is left to JShell. */
    private static final Set<String> STRUCTURE =
            Set.of(
                    "abstract",
                    "assert",
                    "break",
                    "case",
                    "catch",
                    "class",
                    "continue",
                    "default",
                    "do",
                    "else",
                    "enum",
                    "finally",
                    "for",
                    "goto",
                    "if",
                    "implements",
                    "import",
                    "interface",
                    "native",
                    "non",
                    "package",
                    "permits",
                    "private",
                    "protected",
                    "public",
                    "record",
                    "return",
                    "sealed",
                    "static",
                    "strictfp",
                    "switch",
                    "synchronized",
                    "throw",
                    "throws",
                    "try",
                    "void",
                    "while",
                    "yield");

    private final String source;
    private final List<Token> tokens;
    private final boolean exact;
    private final SourceCodeAnalysis analysis;
    private int token;

    Splitter(CellSource cell, SourceCodeAnalysis analysis) {
        this.source = cell.text();
        this.tokens = cell.tokens().list();
        this.exact = cell.tokens().exact();
        this.analysis = analysis;
    }

    boolean hasNext() {
        return token < tokens.size();
    }

    /** The next snippet, if there is one. */
    Piece next() {
        int before = token;
        Piece piece = exact ? simple().orElseGet(this::analyzed) : analyzed();
        goTo(piece.end());
        if (token <= before) {
            goTo(source.length());
        }
        return piece;
    }

    /**
     * The rest of the cell, if it looks like an expression without a semicolon. If it compiles as
     * one it is a snippet; otherwise only the analysis can tell.
     */
    Optional<Piece> rest() {
        Token first = tokens.get(token);
        for (int i = token; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            if (t.depth() == first.depth() && ends(t)) {
                return Optional.empty();
            }
        }
        return exact ? Optional.of(piece(first, tokens.getLast())) : Optional.empty();
    }

    Piece takeRest() {
        Piece rest = piece(tokens.get(token), tokens.getLast());
        token = tokens.size();
        return rest;
    }

    /**
     * The lines at the beginning of this snippet that JShell takes for a whole one, as it does when
     * they are typed one after the other; the rest comes next.
     */
    Optional<Piece> shorter(Piece piece) {
        int end = source.indexOf('\n', piece.start());
        while (end >= 0 && end < piece.end()) {
            CompletionInfo info = analysis.analyzeCompletion(source.substring(piece.start(), end));
            if (info.completeness() == Completeness.COMPLETE
                    || info.completeness() == Completeness.COMPLETE_WITH_SEMI) {
                Piece line = piece(info, piece.start(), end);
                goTo(line.end());
                return Optional.of(line);
            }
            end = source.indexOf('\n', end + 1);
        }
        return Optional.empty();
    }

    private Optional<Piece> simple() {
        Token first = tokens.get(token);
        for (int i = token; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            if (t.depth() == first.depth() && ends(t)) {
                return t.is(source, ';') && i > token
                        ? Optional.of(piece(first, t))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether no expression goes on here, or only JShell knows. */
    private boolean ends(Token t) {
        return t.is(source, ';')
                || t.is(source, '{')
                || t.is(source, '@')
                || t.kind() == Token.Kind.WORD && STRUCTURE.contains(t.text(source));
    }

    private Piece piece(Token first, Token last) {
        String text = source.substring(first.start(), last.end());
        return new Piece(text, first.start(), last.end());
    }

    private Piece analyzed() {
        int start = tokens.get(token).start();
        return piece(analysis.analyzeCompletion(source.substring(start)), start, source.length());
    }

    private Piece piece(CompletionInfo info, int start, int end) {
        String text = info.source() == null ? source.substring(start, end) : info.source();
        return new Piece(text, start, end - remaining(info).length());
    }

    private static String remaining(CompletionInfo info) {
        return info.source() == null || !info.completeness().isComplete() ? "" : info.remaining();
    }

    private void goTo(int offset) {
        while (token < tokens.size() && tokens.get(token).start() < offset) {
            token++;
        }
        while (token > 0 && tokens.get(token - 1).start() >= offset) {
            token--;
        }
    }
}
