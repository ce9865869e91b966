/** Timelines of the cells of a lesson, as the page asks for them. */
package dev.interleave.web.trace;
