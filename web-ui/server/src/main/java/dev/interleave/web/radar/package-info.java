/** Where the learners of a class are, and on what they fail. */
package dev.interleave.web.radar;
