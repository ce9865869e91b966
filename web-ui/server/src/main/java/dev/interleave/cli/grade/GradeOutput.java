package dev.interleave.cli.grade;

/** Tells what was graded. Threading: one thread at a time. */
public interface GradeOutput {

    void graded(Graded graded);

    /** Nothing more will come. */
    default void end() {}
}
