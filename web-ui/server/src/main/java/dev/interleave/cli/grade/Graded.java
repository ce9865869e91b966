package dev.interleave.cli.grade;

import dev.interleave.sandbox.grade.GradeReport;

/** A submission with what the judge said about it. */
public record Graded(String submission, GradeReport report) {}
