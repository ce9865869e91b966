/** The points of a class: learners by exercises, given by tests or by hand. */
package dev.interleave.web.gradebook;
