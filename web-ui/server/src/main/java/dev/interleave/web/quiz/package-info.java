/** Quizzes: what learners answer, kept. */
package dev.interleave.web.quiz;
