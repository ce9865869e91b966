/** Runs a cell under many schedules, in a jail. */
package dev.interleave.grader.sample;
