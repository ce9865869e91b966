/** Exercises in the layout of Exercism's Java track, made into exercises of this course. */
package dev.interleave.sandbox.grade.exercism;
