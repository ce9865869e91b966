package dev.interleave.compiler;

/** What a snippet is to the parser. */
enum PieceKind {
    /** No snippet, but all of a file. */
    FILE,
    IMPORT,
    TYPE,
    METHOD,
    VARIABLE,
    /** Something that can stand in a method as it is. */
    STATEMENT,
    /** An expression that is no statement. */
    EXPRESSION
}
