/** Exercises of the lessons: drafts, gradings, hints and explanations. */
package dev.interleave.web.exercise;
