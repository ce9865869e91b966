/** What learners of a class hand in: stored first, then graded, and kept. */
package dev.interleave.web.handin;
