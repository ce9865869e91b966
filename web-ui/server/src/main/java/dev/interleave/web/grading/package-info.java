/** Grades, in the background, what waits in the database. */
package dev.interleave.web.grading;
