package dev.interleave.compiler;

/**
 * A token of a cell's source: where it is, what it is, and how many brackets are open around it; a
 * bracket itself has the depth outside of it.
 */
record Token(Kind kind, int start, int end, int depth) {

    enum Kind {
        /** A name or a keyword. */
        WORD,
        NUMBER,
        /** A string, text block or character. */
        TEXT,
        /** Any other character, each one a token of its own. */
        SIGN
    }

    boolean is(String source, char sign) {
        return kind == Kind.SIGN && source.charAt(start) == sign;
    }

    String text(String source) {
        return source.substring(start, end);
    }
}
