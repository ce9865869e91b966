/** The pages that a reader opens: the course map and the lessons. */
package dev.interleave.web.lesson;
