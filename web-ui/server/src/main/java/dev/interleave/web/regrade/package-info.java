/** Grading again what was handed in, with a look at the changes before they are made, and undo. */
package dev.interleave.web.regrade;
