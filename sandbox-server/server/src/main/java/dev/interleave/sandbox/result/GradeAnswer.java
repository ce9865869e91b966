package dev.interleave.sandbox.result;

/** What became of the wish to have something graded. */
public sealed interface GradeAnswer {

    /** It was graded. */
    record Graded(Grade grade) implements GradeAnswer {}

    /** Nothing could be graded; the submission is not to blame, and the sentence says why. */
    record Impossible(String reason) implements GradeAnswer {}
}
