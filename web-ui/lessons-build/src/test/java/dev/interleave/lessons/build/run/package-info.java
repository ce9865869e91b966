/** Runs the cells of the course's own lessons in the real sandbox, and compares what they print. */
package dev.interleave.lessons.build.run;
