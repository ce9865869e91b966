package dev.interleave.sandbox.cell;

/** How a front end was lost, as far as its session is concerned. */
enum CompilerLoss {
    /** It compiled for too long. */
    TIME,

    /** What it compiled ate the compiler's memory. */
    MEMORY,

    /** Somebody else's source is to blame, or it was not compiling at all. */
    INNOCENT,

    /** It was compiling, and nobody knows why the compiler went down. */
    UNKNOWN
}
